package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes events and brings the days they touch up to date, all or nothing. */
final class Recording {

    private record Touched(IntegrationId integration, LocalDate date) {
        static Touched by(KeptEvent kept) {
            return new Touched(
                    kept.integration(), LocalDate.ofInstant(kept.event().at(), ZoneOffset.UTC));
        }
    }

    private final Holdings holdings;

    Recording(Holdings holdings) {
        this.holdings = holdings;
    }

    void apply(List<Change> changes) {
        var touched = new HashSet<Touched>();
        changes.stream().flatMap(Change::both).map(Touched::by).forEach(touched::add);
        var sessions = sessionsOf(changes);
        touched.addAll(firstEventsOf(sessions));
        changes.forEach(holdings.events::apply);
        touched.addAll(firstEventsOf(sessions));
        try {
            put(sums(touched));
        } catch (ArithmeticException tooLarge) {
            changes.forEach(change -> holdings.events.apply(change.reversed()));
            throw tooLarge;
        }
    }

    private static Set<SessionKey> sessionsOf(List<Change> changes) {
        var sessions = new HashSet<SessionKey>();
        changes.stream()
                .flatMap(Change::both)
                .map(KeptEvent::event)
                .filter(UsageEvent::opensSession)
                .map(UsageEvent::session)
                .forEach(sessions::add);
        return sessions;
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
        var kept = holdings.events
                .between(startOf(day.date), startOf(day.date.plusDays(1)))
                .filter(event -> event.integration().equals(day.integration))
                .map(KeptEvent::event)
                .toList();
        var sum = new DaySum();
        kept.forEach(event -> sum.add(event.labels(), holdings.events.counted(event)));
        return kept.isEmpty() ? Optional.empty() : Optional.of(sum.on(day.date));
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
