package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which days a run still has to fetch: gaps of the history, days that the vendor may have changed, and those that are asked for
 * again. What the run itself has fetched already, in an attempt before, is not open any more.
 */
final class OpenDays {

    static final int FIRST_DAYS = 90;

    private final Map<LocalDate, FetchedDay> known = new HashMap<>();
    private final DateRange history;

    /** The history begins with the first day that was ever fetched, and has the last 90 days at least. */
    OpenDays(List<FetchedDay> fetched, LocalDate today) {
        fetched.forEach(day -> known.put(day.date(), day));
        var recent = DateRange.lastDays(FIRST_DAYS, today);
        history = fetched.stream()
                .map(FetchedDay::date)
                .filter(date -> !date.isAfter(today))
                .min(LocalDate::compareTo)
                .map(first -> recent.hull(new DateRange(first, today)))
                .orElse(recent);
    }

    /** The open days as stretches, the latest first: people look at the last days first. */
    List<DateRange> of(SyncRun run) {
        var asked = run.again();
        var days = Stream.concat(history.stream(), asked.stream().flatMap(DateRange::stream))
                .distinct()
                .filter(date -> isOpen(date, run))
                .sorted()
                .toList();
        return stretches(days);
    }

    private boolean isOpen(LocalDate date, SyncRun run) {
        var day = known.get(date);
        if (day == null) {
            return true;
        }
        var isWanted = day.state() == DayState.PROVISIONAL
                || run.again().filter(again -> again.contains(date)).isPresent();
        return isWanted && isBefore(day.fetchedAt(), run);
    }

    private static boolean isBefore(Instant fetchedAt, SyncRun run) {
        return fetchedAt.isBefore(run.times().queuedAt());
    }

    private static List<DateRange> stretches(List<LocalDate> sorted) {
        var stretches = new ArrayList<DateRange>();
        for (var date : sorted) {
            var last = stretches.isEmpty() ? null : stretches.get(0);
            if (last != null && last.to().plusDays(1).equals(date)) {
                stretches.set(0, new DateRange(last.from(), date));
            } else {
                stretches.add(0, new DateRange(date, date));
            }
        }
        return stretches;
    }
}
