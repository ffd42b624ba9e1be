package dev.aiusage.http;

import dev.aiusage.domain.dashboard.ToolUsage;

record TopToolView(String name, String toolName, long requests) {

    static TopToolView of(ToolUsage usage) {
        return new TopToolView(
                usage.tool().displayName(),
                usage.tool().slug(),
                usage.totals().requests().count().orElse(0));
    }
}
