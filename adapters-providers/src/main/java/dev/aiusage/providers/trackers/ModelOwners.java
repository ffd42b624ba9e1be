package dev.aiusage.providers.trackers;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.TokenCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the tools apart that one sum is of, by its models: the tools of the three vendors each run their vendor's own. With any
 * other tool among them, models tell nothing.
 */
final class ModelOwners {

    private static final Map<String, Pattern> MODELS = Map.of(
            "claude", Pattern.compile("(claude|opus|sonnet|haiku).*"),
            "codex", Pattern.compile("(gpt|codex|o[0-9]).*"),
            "gemini", Pattern.compile("gemini.*"));

    private final List<String> agents;

    ModelOwners(List<String> agents) {
        this.agents = agents;
    }

    /** Each tool's part; nothing where they can't be told apart to the last token. */
    Optional<Map<Tool, NamedDay>> split(NamedDay whole) {
        if (!MODELS.keySet().containsAll(agents)) {
            return Optional.empty();
        }
        var shares = new LinkedHashMap<Tool, NamedDay>();
        var split = TokenCount.UNKNOWN;
        for (var model : whole.models().entrySet()) {
            var owner = owner(model.getKey());
            if (owner.isEmpty()) {
                return Optional.empty();
            }
            shares.computeIfAbsent(owner.get(), first -> new NamedDay(Measures.NONE))
                    .addModel(model.getKey(), model.getValue());
            split = split.plus(model.getValue().tokens());
        }
        return split.total().equals(whole.measures().tokens().total()) ? Optional.of(shares) : Optional.empty();
    }

    private Optional<Tool> owner(Label model) {
        return agents.stream().filter(agent -> runs(agent, model)).findFirst().flatMap(ToolNames::tool);
    }

    private static boolean runs(String agent, Label model) {
        var models = MODELS.get(agent);
        return models != null && models.matcher(model.text()).matches();
    }
}
