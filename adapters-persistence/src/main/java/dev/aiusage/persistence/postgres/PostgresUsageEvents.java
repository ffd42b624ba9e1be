package dev.aiusage.persistence.postgres;

import dev.aiusage.application.usage.Delivery;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

public final class PostgresUsageEvents implements UsageEvents {

    private final UserTransactions transactions;

    public PostgresUsageEvents(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public RecordedEvents record(UserId user, IntegrationId integration, Delivery delivery, List<UsageEvent> events) {
        return transactions.write(user, sql -> record(sql, user, integration, delivery, events));
    }

    @Override
    public int reprice(UserId user, IntegrationId integration, PriceTable prices) {
        return new Repricing(transactions, user, integration, prices).run();
    }

    static RecordedEvents record(
            DSLContext sql, UserId user, IntegrationId integration, Delivery delivery, List<UsageEvent> events) {
        // In the order of keys, so that neighbours in the index are written together.
        var merged = new TreeMap<EventKey, UsageEvent>();
        events.forEach(event -> merged.merge(event.key(), event, UsageEvent::mergedWith));
        var tool = new IntegrationLocks(sql, user).lockAllOfTheSameTool(integration);
        var devices = new DeviceRows(sql, user);
        var device = delivery.device().isPresent() ? devices.hold(delivery) : null;
        var origin = new Origin(integration.value(), device);
        var changes = changes(origin, merged, new EventTable(sql, user).find(merged.keySet()));
        new EventRecording(sql, user, tool).apply(changes);
        if (device != null) {
            devices.noteSeen(device, delivery.at());
        }
        return new RecordedEvents(
                Math.toIntExact(changes.stream().filter(Change::addsWhole).count()),
                Math.toIntExact(changes.stream().filter(Change::improvesWhole).count()));
    }

    /** Who keeps what is new. */
    private record Origin(UUID integration, @Nullable UUID device) {

        KeptEvent first(UsageEvent event) {
            return new KeptEvent(integration, device, event);
        }
    }

    private static List<Change> changes(
            Origin origin, Map<EventKey, UsageEvent> events, Map<EventKey, KeptEvent> kept) {
        return events.values().stream()
                .map(event -> {
                    var before = kept.get(event.key());
                    var after = before == null ? origin.first(event) : before.mergedWith(event);
                    return new Change(before, after);
                })
                .filter(change -> !change.isNone())
                .toList();
    }
}
