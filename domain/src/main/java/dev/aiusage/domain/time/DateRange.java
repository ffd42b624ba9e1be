package dev.aiusage.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The shortest range that holds both. */
    public DateRange hull(DateRange other) {
        return new DateRange(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** The days that stand in both, if any. */
    public Optional<DateRange> common(DateRange other) {
        var first = from.isAfter(other.from) ? from : other.from;
        var last = to.isBefore(other.to) ? to : other.to;
        return last.isBefore(first) ? Optional.empty() : Optional.of(new DateRange(first, last));
    }

    /** Consecutive pieces of at most so many days, the latest first. */
    public List<DateRange> piecesFromTheEnd(int days) {
        var pieces = new ArrayList<DateRange>();
        for (var last = to; !last.isBefore(from); last = last.minusDays(days)) {
            var first = last.minusDays(days - 1L);
            pieces.add(new DateRange(first.isBefore(from) ? from : first, last));
        }
        return pieces;
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
