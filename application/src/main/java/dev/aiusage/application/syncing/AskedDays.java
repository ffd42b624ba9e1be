package dev.aiusage.application.syncing;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The days that a user wants to be fetched again, if they can be. */
final class AskedDays {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int MOST = 366;

    private AskedDays() {}

    static Optional<DateRange> of(AskedSync asked, Instant now) {
        if (asked.from().isEmpty()) {
            asked.to().ifPresent(to -> {
                throw new RequestRejected.InvalidField("from", "is missing beside to");
            });
            return Optional.empty();
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var from = asked.from().orElseThrow();
        var to = asked.to().orElse(today);
        require("from", !from.isBefore(FIRST), "must be " + FIRST + " or later");
        require("to", !to.isAfter(today), "must not be in the future");
        require("to", !to.isBefore(from), "must not be before from");
        var range = new DateRange(from, to);
        require("from", range.days() <= MOST, "can't be more than " + MOST + " days before to");
        return Optional.of(range);
    }

    private static void require(String field, boolean holds, String complaint) {
        if (!holds) {
            throw new RequestRejected.InvalidField(field, complaint);
        }
    }
}
