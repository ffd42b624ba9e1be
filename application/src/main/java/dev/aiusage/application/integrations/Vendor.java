package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.Tool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who can be asked for usage with a key, for which tools, how only their keys begin, and where such a key is found. */
enum Vendor {
    ANTHROPIC(
            "Anthropic",
            List.of(Tool.CLAUDE_CODE, Tool.ANTHROPIC_API),
            List.of("sk-ant-"),
            "an organization's admin makes an Admin API key (sk-ant-admin…) in the Claude Console"),
    GITHUB(
            "GitHub",
            List.of(Tool.GITHUB_COPILOT),
            List.of("ghp_", "github_pat_", "gho_", "ghu_", "ghs_", "ghr_"),
            "an owner makes a personal access token (ghp_… or github_pat_…) in GitHub's developer settings"),
    CURSOR(
            "Cursor",
            List.of(Tool.CURSOR),
            List.of("crsr_"),
            "a team's admin makes a team API key (crsr_… or key_…) in the Cursor dashboard"),
    OPENAI(
            "OpenAI",
            List.of(Tool.OPENAI),
            List.of("sk-admin-", "sk-proj-", "sk-svcacct-"),
            "an organization's owner makes an Admin key (sk-admin-…) in the OpenAI platform settings");

    private final String displayName;
    private final List<Tool> tools;
    private final List<String> ownPrefixes;
    private final String whereKeysAre;

    Vendor(String displayName, List<Tool> tools, List<String> ownPrefixes, String whereKeysAre) {
        this.displayName = displayName;
        this.tools = tools;
        this.ownPrefixes = ownPrefixes;
        this.whereKeysAre = whereKeysAre;
    }

    static Vendor of(Tool tool) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.tools.contains(tool))
                .findFirst()
                .orElseThrow(() -> new RequestRejected.InvalidField(
                        "provider", "can't be asked for usage with a key; these can: " + connectable()));
    }

    /** The one that alone has keys which begin like this; empty where the beginning tells nothing. */
    static Optional<Vendor> recognised(String key) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.ownPrefixes.stream().anyMatch(key::startsWith))
                .findFirst();
    }

    String displayName() {
        return displayName;
    }

    /** The rest of a sentence for whoever pasted another vendor's key. */
    String whereKeysAre() {
        return whereKeysAre;
    }

    private static String connectable() {
        return Arrays.stream(values())
                .flatMap(vendor -> vendor.tools.stream())
                .sorted()
                .map(Tool::slug)
                .collect(Collectors.joining(", "));
    }
}
