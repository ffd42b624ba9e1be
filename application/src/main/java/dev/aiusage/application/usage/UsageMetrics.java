package dev.aiusage.application.usage;

import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.ZoneId;
import java.util.List;

/** Days of usage: written whole by sources that know only dates, derived from events for the others, read for every picture. */
public interface UsageMetrics {

    /**
     * Puts each of these days in the place of what the integration held for it, breakdowns included; other days stay. All or
     * none. The same days again change nothing.
     *
     * @throws dev.aiusage.application.integrations.IntegrationMissing if the user has no such integration
     * @throws IllegalArgumentException if its days follow from events (its method knows instants), or if a date stands twice
     */
    void replaceDays(UserId user, IntegrationId integration, List<UsageDay> days);

    /**
     * All that the user's integrations hold for these dates, as one moment saw it: for each integration (in the order of
     * {@link dev.aiusage.application.integrations.Integrations#of}) its UTC days and, where it knows instants, the days of the
     * zone. Days have their breakdowns ordered by dimension and label. For UTC both lists are the same.
     */
    UserUsage usage(UserId user, DateRange range, ZoneId zone);
}
