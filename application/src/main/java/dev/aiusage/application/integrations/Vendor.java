package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.Tool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who can be asked for usage with a key, for which tools, and how only their keys begin. */
enum Vendor {
    ANTHROPIC("Anthropic", List.of(Tool.CLAUDE_CODE, Tool.ANTHROPIC_API), List.of("sk-ant-")),
    GITHUB("GitHub", List.of(Tool.GITHUB_COPILOT), List.of("ghp_", "github_pat_", "gho_", "ghu_", "ghs_", "ghr_")),
    CURSOR("Cursor", List.of(Tool.CURSOR), List.of("crsr_")),
    OPENAI("OpenAI", List.of(Tool.OPENAI), List.of("sk-admin-", "sk-proj-", "sk-svcacct-"));

    private final String displayName;
    private final List<Tool> tools;
    private final List<String> ownPrefixes;

    Vendor(String displayName, List<Tool> tools, List<String> ownPrefixes) {
        this.displayName = displayName;
        this.tools = tools;
        this.ownPrefixes = ownPrefixes;
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

    private static String connectable() {
        return Arrays.stream(values())
                .flatMap(vendor -> vendor.tools.stream())
                .sorted()
                .map(Tool::slug)
                .collect(Collectors.joining(", "));
    }
}
