package dev.aiusage.providers.github;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import java.util.List;

/**
 * What a report tells.
 *
 * @param days that it is about; on those that are not in the usage there was none
 */
record Report(DateRange days, List<UsageDay> usage) {}
