package dev.aiusage.application.dashboard;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that a caller asks for, each end of which may be left open: without an end it is today, without a beginning 90 days
 * are shown.
 */
public record AskedRange(Optional<LocalDate> from, Optional<LocalDate> to) {

    public static final AskedRange OPEN = new AskedRange(Optional.empty(), Optional.empty());
    public static final int DEFAULT_DAYS = 90;
    public static final int MAX_DAYS = 366;

    /** Nobody used an AI coding tool before; and far beyond lie dates that not every storage can hold. */
    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

    /**
     * The days that are meant today.
     *
     * @throws RequestRejected.InvalidField for dates before 2020 or more than 366 days ahead, for a beginning after the end, and
     *     for more than 366 days
     */
    DateRange on(LocalDate today) {
        var latest = today.plusDays(MAX_DAYS);
        from.ifPresent(date -> requirePlausible("from", date, latest));
        to.ifPresent(date -> requirePlausible("to", date, latest));
        var last = to.orElse(today);
        var first = from.orElse(last.minusDays(DEFAULT_DAYS - 1L));
        require(!first.isAfter(last), "must not be after to, which is " + last);
        var range = new DateRange(first, last);
        require(range.days() <= MAX_DAYS, "must be at most " + MAX_DAYS + " days with to, not " + range.days());
        return range;
    }

    private static void requirePlausible(String field, LocalDate date, LocalDate latest) {
        if (date.isBefore(EARLIEST) || date.isAfter(latest)) {
            throw new RequestRejected.InvalidField(field, "must lie between " + EARLIEST + " and " + latest);
        }
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new RequestRejected.InvalidField("from", complaint);
        }
    }
}
