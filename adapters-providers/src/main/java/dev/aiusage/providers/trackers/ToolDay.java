package dev.aiusage.providers.trackers;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;

/** What a row adds to a day of one tool. */
record ToolDay(Tool tool, UsageDay day) {}
