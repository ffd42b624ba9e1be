package dev.aiusage.domain.telemetry;

import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** That a source of finer knowledge knows something of a session, or of a UTC day: coarser sums of it step back. */
public record FinerWork(FinerSource source, WorkScope scope) {

    /** What an event makes known: of its session, and of its day. */
    public static List<FinerWork> of(UsageEvent event) {
        var source = event.kind() == UsageEvent.Kind.REQUEST ? FinerSource.REQUEST_EVENTS : FinerSource.EDIT_EVENTS;
        return of(source, event.session(), event.at());
    }

    static List<FinerWork> of(FinerSource source, SessionKey session, Instant at) {
        var ofDay = new FinerWork(source, new WorkScope.UtcDay(LocalDate.ofInstant(at, ZoneOffset.UTC)));
        return session.isPresent()
                ? List.of(ofDay, new FinerWork(source, new WorkScope.Session(session)))
                : List.of(ofDay);
    }
}
