package dev.aiusage.providers.trackers;

import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.calls.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of ccusage, which counts tokens and no requests: a day of one tool, or of all that it found. */
final class CcusageRow {

    private static final String AGENT = "agent";
    private static final String AGENTS = "agents";
    private static final String ALL = "all";
    private static final String CACHED = "cachedInputTokens";
    private static final String MODELS = "modelBreakdowns";

    private CcusageRow() {}

    /** Its tools, and each tool's part. A row that names none is of the only tool that the program once knew. */
    static Map<Tool, NamedDay> shares(JsonFields row, ImportHints hints) {
        if (hints.tool().isPresent()) {
            return Map.of(hints.tool().get(), day(row));
        }
        if (row.has(AGENTS)) {
            var shares = new LinkedHashMap<Tool, NamedDay>();
            row.objects(AGENTS)
                    .forEach(agent ->
                            shares.merge(tool(agent, agent.text(AGENT).orElse("")), day(agent), NamedDay::plus));
            return shares;
        }
        var agents = agents(row);
        if (agents.isEmpty()) {
            return Map.of(isCodex(row) ? Tool.CODEX : Tool.CLAUDE_CODE, day(row));
        }
        return agents.size() == 1
                ? Map.of(tool(row, agents.get(0)), day(row))
                : new ModelOwners(agents)
                        .split(day(row))
                        .orElseThrow(() -> row.malformed(
                                AGENT,
                                "the sum of several tools (" + String.join(", ", agents)
                                        + "): let ccusage print each by itself, or with --by-agent"));
    }

    private static List<String> agents(JsonFields row) {
        var agent = row.text(AGENT);
        return agent.isPresent() && !agent.get().equals(ALL)
                ? List.of(agent.get())
                : row.object("metadata").texts(AGENTS);
    }

    private static Tool tool(JsonFields row, String name) {
        return ToolNames.tool(name).orElseThrow(() -> row.malformed(AGENT, "no name of a tool"));
    }

    private static NamedDay day(JsonFields row) {
        var tokens = tokens(row);
        var day = new NamedDay(
                measures(tokens).withCost(Figures.cost(row, row.has("totalCost") ? "totalCost" : "costUSD", tokens)));
        row.objects(MODELS).forEach(model -> day.model(model.label("modelName"), share(model)));
        if (isCodex(row)) {
            row.object("models").eachObject((name, model) -> day.model(Label.legible(name), share(model)));
        }
        return day;
    }

    private static Measures share(JsonFields model) {
        var tokens = tokens(model);
        return measures(tokens).withCost(Figures.cost(model, "cost", tokens));
    }

    private static Measures measures(TokenCount tokens) {
        return Measures.NONE
                .withRequests(RequestCount.of(0, RequestBasis.AS_GIVEN))
                .withTokens(tokens);
    }

    /** Codex's rows alone tell reasoning, which its output holds already, and held what was cached in the input at first. */
    private static boolean isCodex(JsonFields row) {
        return row.has("reasoningOutputTokens");
    }

    /** What is more in the total than in the kinds is of kinds that the program does not tell. */
    private static TokenCount tokens(JsonFields counted) {
        var cached = Figures.tokens(counted, CACHED);
        var kinds = TokenCount.ofKinds(
                Figures.tokens(counted, "inputTokens").minus(cached),
                Figures.tokens(counted, "outputTokens"),
                cached.or(Figures.tokens(counted, "cacheReadTokens")),
                Figures.tokens(counted, "cacheCreationTokens"));
        var total = Figures.tokens(counted, "totalTokens");
        return kinds.plus(
                TokenCount.ofTotal(total.isKnown() ? total.minus(kinds.total().or(Count.ZERO)) : total));
    }
}
