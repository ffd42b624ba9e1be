package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.time.PlausibleTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When what a delivery tells of happened. What has no time of its own happened when it arrived. */
final class Times {

    private static final long NANOS = 1_000_000_000L;

    private final Instant arrival;
    private final PlausibleTime plausible;

    Times(Instant arrival) {
        this.arrival = arrival;
        this.plausible = new PlausibleTime(arrival);
    }

    Instant of(long unixNanos) throws BadPart {
        return unixNanos == 0 ? arrival : plausible(instant(unixNanos));
    }

    /** The first that is there of a record's own time, the one that its tool writes beside it, and that of its observer. */
    Instant of(long unixNanos, Optional<String> written, long observedUnixNanos) throws BadPart {
        if (unixNanos != 0 || written.isEmpty()) {
            return of(unixNanos == 0 ? observedUnixNanos : unixNanos);
        }
        try {
            return plausible(Instant.parse(written.get()));
        } catch (DateTimeParseException noTime) {
            throw new BadPart("event.timestamp is no time");
        }
    }

    /** Nanoseconds of the protocol are unsigned. */
    static Instant instant(long unixNanos) {
        return Instant.ofEpochSecond(Long.divideUnsigned(unixNanos, NANOS), Long.remainderUnsigned(unixNanos, NANOS));
    }

    private Instant plausible(Instant time) throws BadPart {
        if (!plausible.allows(time)) {
            throw new BadPart("its time is not one of usage: before 2020, or days ahead");
        }
        return time;
    }
}
