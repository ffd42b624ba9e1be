package dev.aiusage.domain.integration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An AI coding tool, known by its slug. The list is open: imports and telemetry may bring tools that nobody has named here.
 */
public record Tool(String slug) implements Comparable<Tool> {

    public static final Tool CLAUDE_CODE = new Tool("claude_code");
    public static final Tool CURSOR = new Tool("cursor");
    public static final Tool GITHUB_COPILOT = new Tool("github_copilot");
    public static final Tool ANTHROPIC_API = new Tool("anthropic_api");
    public static final Tool OPENAI = new Tool("openai");
    public static final Tool CODEX = new Tool("codex");
    public static final Tool GEMINI_CLI = new Tool("gemini_cli");

    private static final Map<Tool, String> NAMES = Map.of(
            CLAUDE_CODE, "Claude Code",
            CURSOR, "Cursor",
            GITHUB_COPILOT, "GitHub Copilot",
            ANTHROPIC_API, "Anthropic API",
            OPENAI, "OpenAI",
            CODEX, "Codex",
            GEMINI_CLI, "Gemini CLI");
    private static final Map<String, Tool> ALIASES = Map.of("cursor_ai", CURSOR, "copilot", GITHUB_COPILOT);

    /** Slugs are 2 to 50 characters: a small letter, then small letters, digits and underscores. */
    public Tool {
        if (!SlugForm.PATTERN.matcher(slug).matches()) {
            throw new IllegalArgumentException("not a tool's slug: " + slug);
        }
    }

    /** The tool that a caller means by this text: a slug, or one of the aliases that only ever enter. */
    public static Tool named(String text) {
        var alias = ALIASES.get(text);
        return alias == null ? new Tool(text) : alias;
    }

    public static boolean isSlug(String text) {
        return SlugForm.PATTERN.matcher(text).matches();
    }

    /** The tools that have a name of their own, in the order of their slugs. */
    public static List<Tool> known() {
        return NAMES.keySet().stream().sorted().toList();
    }

    public boolean isKnown() {
        return NAMES.containsKey(this);
    }

    /** The name to show: the tool's own, or else one made from the slug ("my_tool" becomes "My Tool"). */
    public String displayName() {
        var name = NAMES.get(this);
        return name == null ? fromSlug() : name;
    }

    private String fromSlug() {
        return Arrays.stream(slug.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    @Override
    public int compareTo(Tool other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }

    /** Apart from the constants above, which are made before any other static field of this record is. */
    private static final class SlugForm {
        static final Pattern PATTERN = Pattern.compile("[a-z][a-z0-9_]{1,49}");
    }
}
