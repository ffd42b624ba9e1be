package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Tries a call again at once that failed for a moment, after a pause that grows and is never the same for all. What stays broken
 * is for the synchroniser, which has more time.
 */
final class Retries {

    private static final int TRIES = 3;
    private static final long FIRST_PAUSE_MILLIS = 400;

    @FunctionalInterface
    interface Attempt<T> {
        T run() throws Exception;
    }

    private final Pause pause;
    private final RandomGenerator random;

    Retries(Pause pause, RandomGenerator random) {
        this.pause = pause;
        this.random = random;
    }

    <T> T of(Attempt<T> attempt) throws Exception {
        for (var tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (BrokenCall broken) {
                if (tries == TRIES) {
                    throw new VendorFailure.Unavailable(broken.detail());
                }
                pause.of(pauseAfter(tries));
            }
        }
    }

    private Duration pauseAfter(int tries) {
        var longest = FIRST_PAUSE_MILLIS << (tries - 1);
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
