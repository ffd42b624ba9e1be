package dev.aiusage.providers.github;

import dev.aiusage.domain.time.DateRange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Which days GitHub has reports about, and from when on it does not change them any more. */
record ReportDays(Clock clock) {

    private static final LocalDate FIRST = LocalDate.of(2025, 10, 10);
    private static final int NEWEST = 28;
    private static final int FEW = 7;
    private static final int DAYS_TO_SETTLE = 3;

    /** Newest first. The report about the newest 28 days saves calls; for a few days it would bring much that nobody wants. */
    List<DateRange> windows(DateRange wanted) {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var from = later(wanted.from(), later(FIRST, today.minusYears(1)));
        var to = earlier(wanted.to(), today.minusDays(1));
        var windows = new ArrayList<DateRange>();
        var newestFrom = later(from, today.minusDays(NEWEST));
        if (!newestFrom.plusDays(FEW).isAfter(to)) {
            windows.add(new DateRange(newestFrom, to));
            to = newestFrom.minusDays(1);
        }
        for (var day = to; !day.isBefore(from); day = day.minusDays(1)) {
            windows.add(new DateRange(day, day));
        }
        return windows;
    }

    /** A day is final when three whole days have passed after it. */
    Instant settles(LocalDate day) {
        return day.plusDays(1L + DAYS_TO_SETTLE).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
