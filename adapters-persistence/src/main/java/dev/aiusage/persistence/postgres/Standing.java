package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.telemetry.FinerWork;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.postgres.EventTable.FirstOfSession;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** What decides elsewhere than at an event itself what counts: asked before a change and after it, the difference is to be reckoned anew. */
final class Standing {

    /** At which events sessions are counted, and for what sums step back. */
    record Moment(Set<FirstOfSession> firsts, Set<FinerWork> known) {}

    private final EventTable events;
    private final SumTable sums;
    private final KnownWork known;
    private final LockedTool tool;

    Standing(DSLContext sql, UserId user, LockedTool tool) {
        this.events = new EventTable(sql, user);
        this.sums = new SumTable(sql, user);
        this.known = new KnownWork(sql, user, tool);
        this.tool = tool;
    }

    Moment of(Set<SessionKey> sessions, Set<FinerWork> work) {
        return new Moment(events.firstOf(sessions), known.among(work));
    }

    Set<QuarterHour> moved(Moment before, Moment after) {
        var touched = new HashSet<>(sums.steppingBackFor(difference(before.known, after.known), tool));
        difference(before.firsts, after.firsts).forEach(first -> touched.add(first.quarterHour()));
        return touched;
    }

    private static <T> Set<T> difference(Set<T> some, Set<T> others) {
        var difference = new HashSet<T>();
        Stream.concat(some.stream(), others.stream())
                .filter(one -> !some.contains(one) || !others.contains(one))
                .forEach(difference::add);
        return difference;
    }
}
