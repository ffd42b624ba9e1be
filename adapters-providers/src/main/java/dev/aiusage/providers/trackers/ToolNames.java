package dev.aiusage.providers.trackers;

import dev.aiusage.domain.integration.Tool;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which tool is meant by the short names that usage trackers give to tools. */
final class ToolNames {

    private static final Map<String, Tool> SHORT = Map.of(
            "claude", Tool.CLAUDE_CODE,
            "gemini", Tool.GEMINI_CLI,
            "cursor_agent", Tool.CURSOR,
            "copilot_cli", Tool.GITHUB_COPILOT);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private ToolNames() {}

    /** "roo-code" is roo_code; nothing for what can be no tool's name. */
    static Optional<Tool> tool(String name) {
        var slug = BETWEEN_WORDS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
        if (SHORT.containsKey(slug)) {
            return Optional.of(SHORT.get(slug));
        }
        return Tool.isSlug(slug) ? Optional.of(Tool.named(slug)) : Optional.empty();
    }
}
