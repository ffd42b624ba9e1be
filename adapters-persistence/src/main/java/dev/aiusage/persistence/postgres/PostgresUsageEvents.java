package dev.aiusage.persistence.postgres;

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
import org.jooq.DSLContext;

public final class PostgresUsageEvents implements UsageEvents {

    private final UserTransactions transactions;

    public PostgresUsageEvents(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public RecordedEvents record(UserId user, IntegrationId integration, List<UsageEvent> events) {
        return transactions.write(user, sql -> record(sql, user, integration, events));
    }

    @Override
    public int reprice(UserId user, IntegrationId integration, PriceTable prices) {
        return new Repricing(transactions, user, integration, prices).run();
    }

    static RecordedEvents record(DSLContext sql, UserId user, IntegrationId integration, List<UsageEvent> events) {
        // In the order of keys, so that neighbours in the index are written together.
        var merged = new TreeMap<EventKey, UsageEvent>();
        events.forEach(event -> merged.merge(event.key(), event, UsageEvent::mergedWith));
        var tool = new IntegrationLocks(sql, user).lockAllOfTheSameTool(integration);
        var changes = changes(integration, merged, new EventTable(sql, user).find(merged.keySet()));
        new EventRecording(sql, user, tool).apply(changes);
        return new RecordedEvents(
                Math.toIntExact(changes.stream().filter(Change::addsWhole).count()),
                Math.toIntExact(changes.stream().filter(Change::improvesWhole).count()));
    }

    private static List<Change> changes(
            IntegrationId integration, Map<EventKey, UsageEvent> events, Map<EventKey, KeptEvent> kept) {
        return events.values().stream()
                .map(event -> {
                    var before = kept.get(event.key());
                    var after = before == null ? new KeptEvent(integration.value(), event) : before.mergedWith(event);
                    return new Change(before, after);
                })
                .filter(change -> !change.isNone())
                .toList();
    }
}
