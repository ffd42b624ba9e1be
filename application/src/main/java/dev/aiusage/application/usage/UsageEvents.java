package dev.aiusage.application.usage;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Events of users, each kept once whoever brings it. */
public interface UsageEvents {

    /**
     * Takes in events, all or none: what is new is added, what is there already is merged by
     * {@link UsageEvent#mergedWith}, and days and breakdowns are right when this returns. An event that another integration of
     * the user has brought stays with that one, and with the device that brought it; of new ones the device is that of the
     * delivery, which is known from then on. Repeats within the list are fine. Safe for several callers at once.
     *
     * @throws dev.aiusage.application.integrations.IntegrationMissing if the user has no such integration
     */
    RecordedEvents record(UserId user, IntegrationId integration, Delivery delivery, List<UsageEvent> events);

    /** Takes in events of which nobody said which machine brings them. */
    default RecordedEvents record(UserId user, IntegrationId integration, List<UsageEvent> events) {
        return record(user, integration, Delivery.UNNAMED, events);
    }

    /**
     * Prices the integration's events by {@link PriceTable#reprice}, days and breakdowns with them, unless a table of this
     * version has done so before. What is broken off goes on at the next call.
     *
     * @return how many events changed
     * @throws dev.aiusage.application.integrations.IntegrationMissing if the user has no such integration
     */
    int reprice(UserId user, IntegrationId integration, PriceTable prices);
}
