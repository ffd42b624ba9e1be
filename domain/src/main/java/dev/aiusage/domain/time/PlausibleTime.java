package dev.aiusage.domain.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Whether a time can be one of usage. AI coding tools are younger than 2020, and clocks of other machines may run ahead by a
 * day or two, so what lies outside is a broken clock or a broken file, and would only stretch every chart.
 */
public record PlausibleTime(Instant now) {

    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(2);

    public boolean allows(Instant instant) {
        return !instant.isBefore(EARLIEST) && !isAhead(instant);
    }

    /** Whether it lies too far ahead of {@link #now()} to be one: until this machine's clock has been set, perhaps. */
    public boolean isAhead(Instant instant) {
        return instant.isAfter(now.plus(AHEAD));
    }

    public boolean allows(LocalDate date) {
        return allows(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
