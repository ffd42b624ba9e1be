package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.usage.Provenance;
import dev.aiusage.domain.usage.UsageDay;

/** A day of a tool as it is shown, and whose word each group of its measures is. */
public record SourcedDay(UsageDay day, Provenance provenance) {}
