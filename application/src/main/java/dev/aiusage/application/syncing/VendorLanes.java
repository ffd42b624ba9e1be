package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Lets only so many integrations of one tool be synchronised at once, so that a vendor which hangs does not take up all who could
 * ask another one. Where a vendor is quick a place is soon free; else the turn is put off, and others have theirs before.
 */
final class VendorLanes {

    /** No turn is put off for longer. */
    static final Duration LATEST = Duration.ofSeconds(10);

    private static final long PATIENCE_MILLIS = 1_000;

    private final int places;
    private final RandomGenerator random;
    private final Map<Tool, Semaphore> lanes = new ConcurrentHashMap<>();

    VendorLanes(int places, RandomGenerator random) {
        this.places = places;
        this.random = random;
    }

    /** Whether there is a place. Who is let in must {@link #leave}. */
    boolean enter(Tool tool) throws InterruptedException {
        return lane(tool).tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void leave(Tool tool) {
        lane(tool).release();
    }

    /** When one that was not let in may try again. */
    Instant later(Instant now) {
        var half = LATEST.toMillis() / 2;
        return now.plusMillis(half + random.nextLong(half + 1));
    }

    private Semaphore lane(Tool tool) {
        return lanes.computeIfAbsent(tool, first -> new Semaphore(places, true));
    }
}
