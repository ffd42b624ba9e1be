package dev.aiusage.persistence.memory;

import dev.aiusage.domain.telemetry.FinerWork;
import dev.aiusage.domain.telemetry.WorkScope;
import dev.aiusage.domain.usage.SessionKey;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the sums of work that a change makes known more finely, or no longer. */
final class CoarserSums {

    private final KeptSums sums;

    CoarserSums(KeptSums sums) {
        this.sums = sums;
    }

    Stream<KeptSum> than(List<Change> ofEvents, List<SumChange> ofSums) {
        var byEvents = ofEvents.stream()
                .flatMap(Change::counting)
                .map(KeptEvent::event)
                .map(FinerWork::of);
        var bySums =
                ofSums.stream().flatMap(SumChange::both).map(kept -> kept.rise().makesKnown());
        return Stream.concat(byEvents, bySums)
                .flatMap(Collection::stream)
                .map(FinerWork::scope)
                .collect(Collectors.toSet())
                .stream()
                .flatMap(this::in);
    }

    private Stream<KeptSum> in(WorkScope scope) {
        if (scope instanceof WorkScope.UtcDay day) {
            var start = day.date().atStartOfDay(ZoneOffset.UTC).toInstant();
            var end = day.date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return sums.between(start, end)
                    .filter(kept -> kept.rise().subject().session().equals(SessionKey.NONE));
        }
        return sums.in(((WorkScope.Session) scope).key());
    }
}
