package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.persistence.postgres.EventTable.FirstOfSession;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes changed events and brings up to date what follows from them. */
final class EventRecording {

    private final EventTable events;
    private final DerivedTables derived;

    EventRecording(EventTable events, DerivedTables derived) {
        this.events = events;
        this.derived = derived;
    }

    void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var sessions = sessionsOf(changes);
        var firstBefore = events.firstOf(sessions);
        events.keep(changes.stream().map(Change::after).toList());
        var firstAfter = events.firstOf(sessions);

        var touched = changes.stream()
                .flatMap(Change::counting)
                .map(KeptEvent::quarterHour)
                .collect(Collectors.toCollection(HashSet::new));
        addMoved(firstBefore, firstAfter, touched);
        addMoved(firstAfter, firstBefore, touched);
        derived.bringUpToDate(touched);
    }

    private static Set<SessionKey> sessionsOf(List<Change> changes) {
        return changes.stream()
                .flatMap(Change::counting)
                .map(KeptEvent::event)
                .filter(UsageEvent::opensSession)
                .map(UsageEvent::session)
                .collect(Collectors.toSet());
    }

    /** A session is counted at its first event: when that changes, two quarters of an hour do. */
    private static void addMoved(Set<FirstOfSession> some, Set<FirstOfSession> others, Set<QuarterHour> touched) {
        some.stream()
                .filter(first -> !others.contains(first))
                .map(FirstOfSession::quarterHour)
                .forEach(touched::add);
    }
}
