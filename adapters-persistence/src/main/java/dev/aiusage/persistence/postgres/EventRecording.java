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
        record(
                changes.stream().flatMap(Change::counting).toList(),
                changes.stream().flatMap(Change::movedAliases),
                () -> events.keep(changes.stream().map(Change::after).toList()));
    }

    /** Takes events away. What stepped back for them counts again. */
    void forget(List<KeptEvent> gone) {
        var counting = gone.stream().filter(KeptEvent::counts).toList();
        record(
                counting,
                counting.stream().map(kept -> kept.event().alias()),
                () -> events.remove(
                        gone.stream().map(kept -> kept.event().key()).toList()));
    }

    private void record(List<KeptEvent> counting, Stream<EventKey> movedAliases, Runnable write) {
        var aliased = aliasedBy(movedAliases);
        var sessions = sessionsOf(Stream.concat(counting.stream(), aliased.stream()));
        var work = tool.hasTelemetry() ? workOf(counting) : Set.<FinerWork>of();
        var before = standing.of(sessions, work);
        write.run();
        var after = standing.of(sessions, work);

        var touched = Stream.concat(counting.stream(), aliased.stream())
                .map(KeptEvent::quarterHour)
                .collect(Collectors.toCollection(HashSet::new));
        touched.addAll(standing.moved(before, after));
        derived.bringUpToDate(touched);
    }

    /** Events that step back for a changed one, or no longer do. */
    private Collection<KeptEvent> aliasedBy(Stream<EventKey> movedAliases) {
        var aliases = movedAliases.filter(EventKey::isPresent).collect(Collectors.toSet());
        return tool.hasTelemetry() && !aliases.isEmpty() ? events.find(aliases).values() : List.of();
    }

    private static Set<FinerWork> workOf(List<KeptEvent> counting) {
        return counting.stream()
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
