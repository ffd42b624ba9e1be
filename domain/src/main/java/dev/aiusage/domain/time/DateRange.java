package dev.aiusage.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Consecutive days, first and last included. */
public record DateRange(LocalDate from, LocalDate to) {

    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a range can't end before it begins: " + from + " to " + to);
        }
    }

    /** The given number of days, the last of which is today. */
    public static DateRange lastDays(int days, LocalDate today) {
        return new DateRange(today.minusDays(days - 1L), today);
    }

    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Every day once, in order. */
    public Stream<LocalDate> stream() {
        return from.datesUntil(to.plusDays(1));
    }

    /** The instant at which the first day begins in this zone, which is not everywhere midnight. */
    public Instant startsAt(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the last day in this zone. */
    public Instant endsBefore(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
