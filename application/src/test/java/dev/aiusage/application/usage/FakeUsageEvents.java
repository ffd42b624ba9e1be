package dev.aiusage.application.usage;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps events in a map, and fails when told to. {@link #meanwhile} happens before it does anything. */
public final class FakeUsageEvents implements UsageEvents {

    public Consumer<IntegrationId> meanwhile = integration -> {};
    private final Map<EventKey, UsageEvent> events = new HashMap<>();
    private final List<Integer> chunkSizes = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private int chunksUntilFailure = Integer.MAX_VALUE;

    @Override
    public synchronized RecordedEvents record(
            UserId user, IntegrationId integration, Delivery delivery, List<UsageEvent> added) {
        meanwhile.accept(integration);
        if (chunkSizes.size() >= chunksUntilFailure) {
            throw new StorageUnavailable("gone", new IllegalStateException());
        }
        chunkSizes.add(added.size());
        deliveries.add(delivery);
        return added.stream().map(this::keep).reduce(RecordedEvents.NOTHING, RecordedEvents::plus);
    }

    @Override
    public synchronized int reprice(UserId user, IntegrationId integration, PriceTable prices) {
        meanwhile.accept(integration);
        if (chunkSizes.size() >= chunksUntilFailure) {
            throw new StorageUnavailable("gone", new IllegalStateException());
        }
        var repriced = 0;
        for (var event : List.copyOf(events.values())) {
            var after = prices.reprice(event);
            repriced += after.equals(event) ? 0 : 1;
            events.put(event.key(), after);
        }
        return repriced;
    }

    private RecordedEvents keep(UsageEvent event) {
        var before = events.get(event.key());
        var after = before == null ? event : before.mergedWith(event);
        events.put(event.key(), after);
        if (before == null) {
            return new RecordedEvents(1, 0);
        }
        return after.equals(before) ? RecordedEvents.NOTHING : new RecordedEvents(0, 1);
    }

    public synchronized void failAfterChunks(int chunks) {
        chunksUntilFailure = chunks;
    }

    public synchronized void recover() {
        chunksUntilFailure = Integer.MAX_VALUE;
    }

    public synchronized Collection<UsageEvent> all() {
        return List.copyOf(events.values());
    }

    public synchronized long tokens() {
        return events.values().stream()
                .mapToLong(event -> event.counted().tokens().total().orElse(0))
                .sum();
    }

    public synchronized List<Integer> chunkSizes() {
        return List.copyOf(chunkSizes);
    }

    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }
}
