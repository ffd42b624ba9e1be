package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.JsonFields;
import java.util.HashSet;
import java.util.Set;

/**
 * The workspace that Anthropic makes by this name when somebody first signs in to Claude Code with the Console's account. Only keys
 * that Claude Code makes for itself call from it, so that its calls are those of which Claude Code's own reports tell more.
 */
record ClaudeCodeWorkspaces(Set<String> ids) {

    private static final Label NAME = Label.of("Claude Code");

    ClaudeCodeWorkspaces {
        ids = Set.copyOf(ids);
    }

    /** One that was archived has its past; none where the key may not read the list. */
    static ClaudeCodeWorkspaces of(AnthropicApi api) {
        var ids = new HashSet<String>();
        var list = api.organizations("workspaces").addQueryParameter("include_archived", "true");
        Directory.each(api, list, "name", (id, name) -> {
            if (name.equals(NAME)) {
                ids.add(id);
            }
        });
        return new ClaudeCodeWorkspaces(ids);
    }

    boolean areKnown() {
        return !ids.isEmpty();
    }

    /** @param row that is of one workspace */
    boolean have(JsonFields row) {
        return ids.contains(row.label("workspace_id").text());
    }
}
