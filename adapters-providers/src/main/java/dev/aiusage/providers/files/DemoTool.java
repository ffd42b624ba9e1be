package dev.aiusage.providers.files;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import java.util.List;

/** The demo usage of one tool: the days on which something was used, in order. */
public record DemoTool(Tool tool, List<UsageDay> days) {

    public DemoTool {
        days = List.copyOf(days);
    }
}
