package dev.aiusage.persistence.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The smallest piece of an integration's time that is summed up: zones differ by whole quarters of an hour. */
record QuarterHour(UUID integration, Instant startsAt) {

    private static final int SECONDS = 15 * 60;

    static QuarterHour of(UUID integration, Instant at) {
        var seconds = at.getEpochSecond();
        return new QuarterHour(integration, Instant.ofEpochSecond(seconds - Math.floorMod(seconds, SECONDS)));
    }

    UtcDay day() {
        return new UtcDay(integration, startsAt.truncatedTo(ChronoUnit.DAYS));
    }

    /** A day of an integration, by the instant at which it begins. */
    record UtcDay(UUID integration, Instant startsAt) {}
}
