package dev.aiusage.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** For tests that compare what is shown of the last days by the machine's own clock: today must stay the same day. */
public final class Midnight {

    /** What none of these tests takes. */
    private static final Duration LONG_BEFORE = Duration.ofMinutes(6);

    private Midnight() {}

    /** Waits for the end of the day in UTC if it is near. */
    public static void letPass() {
        Patience.until("midnight", () -> !isNear(Instant.now()));
    }

    private static boolean isNear(Instant now) {
        var next = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusDays(1);
        return Duration.between(now, next).compareTo(LONG_BEFORE) < 0;
    }
}
