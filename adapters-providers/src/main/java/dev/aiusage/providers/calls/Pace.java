package dev.aiusage.providers.calls;

import java.time.Duration;

/**
 * How many calls of one key a vendor takes in a while: so many in a burst, then one each time a place is free again.
 *
 * @param calls at least 1
 */
public record Pace(int calls, Duration in) {

    /** Of vendors that state no limit; what they refuse is tried again later. */
    public static final Pace FREE = new Pace(Integer.MAX_VALUE, Duration.ofMinutes(1));

    public static Pace perMinute(int calls) {
        return new Pace(calls, Duration.ofMinutes(1));
    }

    boolean isFree() {
        return equals(FREE);
    }
}
