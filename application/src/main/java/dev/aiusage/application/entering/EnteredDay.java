package dev.aiusage.application.entering;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;

/** What somebody tells of one day of one tool. The date is taken as a UTC day, as those of vendors are. */
public record EnteredDay(Tool tool, UsageDay day) {}
