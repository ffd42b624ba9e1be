package dev.aiusage.providers.calls;

import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Cuts days into windows for vendors that answer for any past days, but only so many at once. */
public final class DayWindows {

    private DayWindows() {}

    /** The latest days come first, since they are looked at first; days after today are in none. */
    public static List<DateRange> latestFirst(DateRange wanted, int maxDays, LocalDate today) {
        var windows = new ArrayList<DateRange>();
        var to = wanted.to().isAfter(today) ? today : wanted.to();
        while (!to.isBefore(wanted.from())) {
            var longest = to.minusDays(maxDays - 1L);
            var from = longest.isBefore(wanted.from()) ? wanted.from() : longest;
            windows.add(new DateRange(from, to));
            to = from.minusDays(1);
        }
        return windows;
    }
}
