package dev.aiusage.application.importing;

import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.domain.integration.Integration;
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

    private final UserId user;
    private final IntegrationMethod method;
    private final Scope scope;
    private final Integrations integrations;
    private final UsageEvents events;
    private final Clock clock;
    private final Map<Tool, Map<EventKey, UsageEvent>> waiting = new HashMap<>();
    private final Map<Tool, Integration> opened = new HashMap<>();
    private int waitingEvents;
    private RecordedEvents recorded = RecordedEvents.NOTHING;

    public EventChunks(
            UserId user, IntegrationMethod method, Integrations integrations, UsageEvents events, Clock clock) {
        this(user, method, Scope.EVERYTHING, integrations, events, clock);
    }

    EventChunks(
            UserId user,
            IntegrationMethod method,
            Scope scope,
            Integrations integrations,
            UsageEvents events,
            Clock clock) {
        this.user = user;
        this.method = method;
        this.scope = scope;
        this.integrations = integrations;
        this.events = events;
        this.clock = clock;
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
        var integration =
                opened.computeIfAbsent(tool, first -> integrations.open(user, first, method, scope, clock.instant()));
        recorded = recorded.plus(events.record(user, integration.id(), List.copyOf(chunk.values())));
        integrations.noteSynced(user, integration.id(), clock.instant());
    }
}
