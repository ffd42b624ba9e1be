package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Pieces of a range of days, the newest first, since those are looked at first. */
final class Windows {

    private Windows() {}

    /** Those of so many days at most that lie between the first and the last day that the vendor knows. */
    static List<DateRange> of(int days, DateRange wanted, LocalDate first, LocalDate last) {
        var from = later(wanted.from(), first);
        var windows = new ArrayList<DateRange>();
        for (var to = earlier(wanted.to(), last); !to.isBefore(from); to = to.minusDays(days)) {
            windows.add(new DateRange(later(to.minusDays(days - 1L), from), to));
        }
        return windows;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
