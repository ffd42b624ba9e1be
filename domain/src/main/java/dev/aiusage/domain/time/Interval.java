package dev.aiusage.domain.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How long a point of a chart lasts. Weeks begin on Monday (ISO 8601), months are those of the calendar. */
public enum Interval {
    DAY("day"),
    WEEK("week"),
    MONTH("month");

    private final String slug;

    Interval(String slug) {
        this.slug = slug;
    }

    public static Optional<Interval> named(String slug) {
        return Arrays.stream(values())
                .filter(interval -> interval.slug.equals(slug))
                .findFirst();
    }

    public String slug() {
        return slug;
    }

    /** The range cut into periods, in order; the first and the last may be parts of a week or month. */
    public List<DateRange> periods(DateRange range) {
        var periods = new ArrayList<DateRange>();
        for (var from = range.from(); !from.isAfter(range.to()); ) {
            var last = lastDayWith(from);
            var to = last.isAfter(range.to()) ? range.to() : last;
            periods.add(new DateRange(from, to));
            from = to.plusDays(1);
        }
        return periods;
    }

    private LocalDate lastDayWith(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> date.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
