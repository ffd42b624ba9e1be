package dev.aiusage.domain.telemetry;

import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a sum counts and of whose work. */
public record SumSubject(SumMeasure measure, SumDetail detail, EventLabels labels, SessionKey session)
        implements Comparable<SumSubject> {

    private static final Comparator<SumSubject> ORDER = Comparator.<SumSubject, String>comparing(
                    subject -> subject.measure.slug())
            .thenComparing(subject -> subject.detail.rank())
            .thenComparing(subject -> subject.labels.model())
            .thenComparing(subject -> subject.labels.project())
            .thenComparing(subject -> subject.labels.language())
            .thenComparing(subject -> subject.session.value());

    /** The finer knowledge for which a sum at this time steps back. Any of it suffices. */
    public List<FinerWork> stepsBackFor(Instant at) {
        var scope = session.isPresent() ? new WorkScope.Session(session) : dayOf(at);
        if (measure.kind() == UsageEvent.Kind.EDIT) {
            return List.of(new FinerWork(FinerSource.EDIT_EVENTS, scope));
        }
        var events = new FinerWork(FinerSource.REQUEST_EVENTS, scope);
        return detail == SumDetail.SINGLE_REQUEST
                ? List.of(events)
                : List.of(events, new FinerWork(singleRequests(), scope));
    }

    /** The knowledge that a sum at this time itself is, for coarser ones. */
    public List<FinerWork> makesKnown(Instant at) {
        if (detail != SumDetail.SINGLE_REQUEST || measure.kind() != UsageEvent.Kind.REQUEST) {
            return List.of();
        }
        return Stream.of(FinerSource.SINGLE_REQUEST_SUMS, singleRequests())
                .distinct()
                .flatMap(source -> FinerWork.of(source, session, at).stream())
                .toList();
    }

    /** Only serves to let no order of arrival show. */
    @Override
    public int compareTo(SumSubject other) {
        return ORDER.compare(this, other);
    }

    private FinerSource singleRequests() {
        return measure == SumMeasure.COST ? FinerSource.SINGLE_REQUEST_COSTS : FinerSource.SINGLE_REQUEST_SUMS;
    }

    private static WorkScope dayOf(Instant at) {
        return new WorkScope.UtcDay(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
