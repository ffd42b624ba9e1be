package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.telemetry.FinerWork;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Writes changed events and brings up to date what follows from them. */
final class EventRecording {

    private final EventTable events;
    private final Standing standing;
    private final DerivedTables derived;
    private final LockedTool tool;

    EventRecording(DSLContext sql, UserId user, LockedTool tool) {
        this.events = new EventTable(sql, user);
        this.standing = new Standing(sql, user, tool);
        this.derived = new DerivedTables(sql, user, tool);
        this.tool = tool;
    }

    void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var aliased = aliasedBy(changes);
        var sessions = sessionsOf(Stream.concat(changes.stream().flatMap(Change::counting), aliased.stream()));
        var work = tool.hasTelemetry() ? workOf(changes) : Set.<FinerWork>of();
        var before = standing.of(sessions, work);
        events.keep(changes.stream().map(Change::after).toList());
        var after = standing.of(sessions, work);

        var touched = Stream.concat(changes.stream().flatMap(Change::counting), aliased.stream())
                .map(KeptEvent::quarterHour)
                .collect(Collectors.toCollection(HashSet::new));
        touched.addAll(standing.moved(before, after));
        derived.bringUpToDate(touched);
    }

    /** Events that step back for a changed one, or no longer do. */
    private Collection<KeptEvent> aliasedBy(List<Change> changes) {
        var aliases = changes.stream()
                .flatMap(Change::movedAliases)
                .filter(EventKey::isPresent)
                .collect(Collectors.toSet());
        return tool.hasTelemetry() && !aliases.isEmpty() ? events.find(aliases).values() : List.of();
    }

    private static Set<FinerWork> workOf(List<Change> changes) {
        return changes.stream()
                .flatMap(Change::counting)
                .flatMap(kept -> FinerWork.of(kept.event()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<SessionKey> sessionsOf(Stream<KeptEvent> kept) {
        return kept.map(KeptEvent::event)
                .filter(UsageEvent::opensSession)
                .map(UsageEvent::session)
                .collect(Collectors.toSet());
    }
}
