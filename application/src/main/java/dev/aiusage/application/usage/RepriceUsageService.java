package dev.aiusage.application.usage;

import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.usage.Source;
import dev.aiusage.domain.user.UserId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Goes through the integrations that hold events. A user who was looked at is not looked at again: prices change with releases. */
public final class RepriceUsageService implements RepriceUsage {

    private final Integrations integrations;
    private final UsageEvents events;
    private final PriceTable prices;
    private final Set<UserId> done = ConcurrentHashMap.newKeySet();

    public RepriceUsageService(Integrations integrations, UsageEvents events, PriceTable prices) {
        this.integrations = integrations;
        this.events = events;
        this.prices = prices;
    }

    @Override
    public int reprice(UserId user) {
        if (done.contains(user)) {
            return 0;
        }
        var repriced = integrations.of(user).stream()
                .filter(integration -> integration.method().source() == Source.EVENTS)
                .mapToInt(this::reprice)
                .sum();
        done.add(user);
        return repriced;
    }

    private int reprice(Integration integration) {
        try {
            return events.reprice(integration.user(), integration.id(), prices);
        } catch (IntegrationMissing removedMeanwhile) {
            return 0;
        }
    }
}
