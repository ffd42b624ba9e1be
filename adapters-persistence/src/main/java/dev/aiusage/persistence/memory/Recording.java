package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes events and sums and brings the days they touch up to date, all or nothing. */
final class Recording {

    private record Touched(IntegrationId integration, LocalDate date) {
        static Touched by(KeptEvent kept) {
            return at(kept.event().at(), kept.integration());
        }

        static Touched by(KeptSum kept) {
            return at(kept.rise().quarterHour(), kept.integration());
        }

        private static Touched at(Instant instant, IntegrationId integration) {
            return new Touched(integration, LocalDate.ofInstant(instant, ZoneOffset.UTC));
        }
    }

    private final Holdings holdings;

    Recording(Holdings holdings) {
        this.holdings = holdings;
    }

    void apply(List<Change> events, List<SumChange> sums) {
        var touched = new HashSet<Touched>();
        events.stream().flatMap(Change::both).map(Touched::by).forEach(touched::add);
        sums.stream().flatMap(SumChange::both).map(Touched::by).forEach(touched::add);
        var aliased = aliasedBy(events);
        aliased.stream().map(Touched::by).forEach(touched::add);
        var sessions = sessionsOf(Stream.concat(events.stream().flatMap(Change::both), aliased.stream()));
        touched.addAll(firstEventsOf(sessions));
        events.forEach(holdings.events::apply);
        sums.forEach(change -> change.applyTo(holdings.sums));
        touched.addAll(firstEventsOf(sessions));
        new CoarserSums(holdings.sums).than(events, sums).map(Touched::by).forEach(touched::add);
        try {
            put(sums(touched));
        } catch (ArithmeticException tooLarge) {
            events.forEach(change -> holdings.events.apply(change.reversed()));
            sums.forEach(change -> change.reversed().applyTo(holdings.sums));
            throw tooLarge;
        }
    }

    /** Events that step back for a changed one, or no longer do. */
    private Collection<KeptEvent> aliasedBy(List<Change> changes) {
        return changes.stream()
                .flatMap(Change::counting)
                .map(kept -> holdings.events.find(kept.event().alias()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Set<SessionKey> sessionsOf(Stream<KeptEvent> kept) {
        return kept.map(KeptEvent::event)
                .filter(UsageEvent::opensSession)
                .map(UsageEvent::session)
                .collect(Collectors.toSet());
    }

    /** A session is counted at its first event, so when that changes, two days do. */
    private List<Touched> firstEventsOf(Set<SessionKey> sessions) {
        return sessions.stream()
                .map(holdings.events::firstOf)
                .flatMap(Optional::stream)
                .map(Touched::by)
                .toList();
    }

    private Map<Touched, Optional<UsageDay>> sums(Set<Touched> touched) {
        var sums = new HashMap<Touched, Optional<UsageDay>>();
        touched.forEach(day -> sums.put(day, sum(day)));
        return sums;
    }

    private Optional<UsageDay> sum(Touched day) {
        var start = startOf(day.date);
        var end = startOf(day.date.plusDays(1));
        var kept = holdings.events
                .between(start, end)
                .filter(event -> event.integration().equals(day.integration))
                .map(KeptEvent::event)
                .toList();
        var buckets = new SumBuckets(holdings).between(start, end, day.integration);
        var sum = new DaySum();
        kept.forEach(event -> sum.add(event.labels(), holdings.events.counted(event)));
        buckets.forEach(bucket -> sum.add(bucket.labels(), bucket.measures()));
        return kept.isEmpty() && buckets.isEmpty() ? Optional.empty() : Optional.of(sum.on(day.date));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void put(Map<Touched, Optional<UsageDay>> sums) {
        sums.forEach((day, sum) -> {
            var days = holdings.days(day.integration);
            sum.ifPresentOrElse(whole -> days.put(day.date, whole), () -> days.remove(day.date));
        });
    }
}
