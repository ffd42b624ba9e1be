package dev.aiusage.application.importing;

import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.Source;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers a user's events and records them in chunks, copies of an event merged before they are sent. For one thread; several
 * of these may work for the same user at once.
 */
public final class EventChunks {

    /** Large enough that a chunk costs little beside its events, small enough for memory and for what a crash repeats. */
    private static final int CHUNK = 5_000;

    private final IntegrationMethod method;
    private final EventDestination destination;
    private final Map<Tool, Map<EventKey, UsageEvent>> waiting = new HashMap<>();
    private int waitingEvents;
    private RecordedEvents recorded = RecordedEvents.NOTHING;

    /** Into the storage, by a machine that said nothing of itself. */
    public EventChunks(
            UserId user, IntegrationMethod method, Integrations integrations, UsageEvents events, Clock clock) {
        this(method, new EventStore(integrations, events, clock).of(user, method, Scope.EVERYTHING, DeviceName.NONE));
    }

    public EventChunks(IntegrationMethod method, EventDestination destination) {
        this.method = method;
        this.destination = destination;
    }

    public void add(Tool tool, UsageEvent event) {
        var chunk = waiting.computeIfAbsent(tool, first -> new HashMap<>());
        var before = chunk.size();
        chunk.merge(event.key(), event, UsageEvent::mergedWith);
        waitingEvents += chunk.size() - before;
    }

    /** Whether what has no cost yet gets one by list prices; a vendor's export says itself what it costs. */
    boolean arePriced() {
        return method.source() == Source.EVENTS;
    }

    public boolean isFull() {
        return waitingEvents >= CHUNK;
    }

    /** Records what waits; when it returns, all that was added is kept. */
    public void flush() {
        waiting.forEach(this::record);
        waiting.clear();
        waitingEvents = 0;
    }

    public RecordedEvents recorded() {
        return recorded;
    }

    private void record(Tool tool, Map<EventKey, UsageEvent> chunk) {
        recorded = recorded.plus(destination.take(tool, List.copyOf(chunk.values())));
    }
}
