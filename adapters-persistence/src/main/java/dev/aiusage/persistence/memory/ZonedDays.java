package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Cuts events and sums into the days of a zone. A quarter of an hour falls whole to the day in which it begins. */
final class ZonedDays {

    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private final NavigableMap<Instant, LocalDate> starts = new TreeMap<>();
    private final Instant end;

    ZonedDays(DateRange range, ZoneId zone) {
        range.stream().forEach(date -> starts.put(date.atStartOfDay(zone).toInstant(), date));
        this.end = range.endsBefore(zone);
    }

    List<UsageDay> of(IntegrationId integration, Holdings holdings) {
        var events = holdings.events;
        var sums = new TreeMap<LocalDate, DaySum>();
        new SumBuckets(holdings)
                .between(starts.firstKey(), end, integration)
                .forEach(bucket -> sums.computeIfAbsent(date(bucket.quarterHour()), first -> new DaySum())
                        .add(bucket.labels(), bucket.measures()));
        events.between(starts.firstKey(), end.plus(QUARTER_HOUR))
                .filter(kept -> kept.integration().equals(integration))
                .map(KeptEvent::event)
                .filter(event -> contains(quarterHour(event)))
                .forEach(event -> sums.computeIfAbsent(date(quarterHour(event)), first -> new DaySum())
                        .add(event.labels(), events.counted(event)));
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().on(entry.getKey()))
                .toList();
    }

    private boolean contains(Instant quarterHour) {
        return !quarterHour.isBefore(starts.firstKey()) && quarterHour.isBefore(end);
    }

    private LocalDate date(Instant quarterHour) {
        return starts.floorEntry(quarterHour).getValue();
    }

    private static Instant quarterHour(UsageEvent event) {
        var seconds = event.at().getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, QUARTER_HOUR.toSeconds()));
    }
}
