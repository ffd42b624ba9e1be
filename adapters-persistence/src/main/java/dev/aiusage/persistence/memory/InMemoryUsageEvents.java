package dev.aiusage.persistence.memory;

import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

public final class InMemoryUsageEvents implements UsageEvents {

    private final InMemoryStore store;

    public InMemoryUsageEvents(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public RecordedEvents record(UserId user, IntegrationId integration, List<UsageEvent> events) {
        var merged = new LinkedHashMap<EventKey, UsageEvent>();
        events.forEach(event -> merged.merge(event.key(), event, UsageEvent::mergedWith));
        events.forEach(event -> event.measures().tokens().total());
        return store.with(user, holdings -> {
            holdings.require(integration);
            List<Change> changes = merged.values().stream()
                    .map(event -> change(holdings.events, integration, event))
                    .filter(change -> change.after() != null && !change.after().equals(change.before()))
                    .toList();
            new Recording(holdings).apply(changes, List.of());
            return new RecordedEvents(
                    Math.toIntExact(changes.stream().filter(Change::addsWhole).count()),
                    Math.toIntExact(
                            changes.stream().filter(Change::improvesWhole).count()));
        });
    }

    @Override
    public int reprice(UserId user, IntegrationId integration, PriceTable prices) {
        return store.with(user, holdings -> {
            holdings.require(integration);
            if (prices.version().equals(holdings.priceVersions.get(integration))) {
                return 0;
            }
            var changes = holdings.events
                    .of(integration)
                    .map(kept -> new Change(kept, new KeptEvent(integration, prices.reprice(kept.event()))))
                    .filter(change -> !Objects.equals(change.after(), change.before()))
                    .toList();
            new Recording(holdings).apply(changes, List.of());
            holdings.priceVersions.put(integration, prices.version());
            return changes.size();
        });
    }

    private static Change change(KeptEvents kept, IntegrationId integration, UsageEvent event) {
        return kept.find(event.key())
                .map(before -> new Change(before, before.mergedWith(event)))
                .orElseGet(() -> new Change(null, new KeptEvent(integration, event)));
    }
}
