package dev.aiusage.application.syncing;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When what failed for the moment is tried again: half a minute later, then after twice as long each time, up to half an hour; and
 * never at the very instant at which others try.
 */
final class RetryTimes {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final int LONGEST_DOUBLINGS = 6;

    private final RandomGenerator random;

    RetryTimes(RandomGenerator random) {
        this.random = random;
    }

    Instant after(int attempt, Instant now) {
        var pause = FIRST.multipliedBy(1L << Math.min(attempt - 1, LONGEST_DOUBLINGS));
        return now.plus(pause).plus(upTo(pause.dividedBy(4)));
    }

    /** At the instant that the vendor named, or a little later. */
    Instant from(Instant named) {
        return named.plus(upTo(Duration.ofSeconds(5)));
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }
}
