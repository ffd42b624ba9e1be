package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.time.DateRange;
import java.time.ZoneId;
import java.util.List;

/** All that a user's integrations hold for a range of dates, as one moment saw it. Integrations without data are in it too. */
public record UserUsage(DateRange range, ZoneId zone, List<IntegrationUsage> integrations) {

    public UserUsage {
        integrations = List.copyOf(integrations);
    }
}
