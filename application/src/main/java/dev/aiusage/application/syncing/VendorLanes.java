package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.IntegrationId;
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

    /** For how long a turn is put off where few are. */
    static final Duration SHORT = Duration.ofSeconds(10);

    /** For how long at most. */
    static final Duration LONG = Duration.ofMinutes(2);

    /** From so many on they come back later, and nobody waits for a place with a thread that others could use. */
    private static final int MANY = 100;

    private static final long PATIENCE_MILLIS = 1_000;

    private final int places;
    private final RandomGenerator random;
    private final Map<Tool, Lane> lanes = new ConcurrentHashMap<>();

    VendorLanes(int places, RandomGenerator random) {
        this.places = places;
        this.random = random;
    }

    /** Whether there is a place. Who is let in must {@link #leave}. */
    boolean enter(Tool tool, IntegrationId integration) throws InterruptedException {
        var lane = lane(tool);
        var patience = lane.putOff.size() < MANY ? PATIENCE_MILLIS : 0;
        var isIn = lane.free.tryAcquire(patience, TimeUnit.MILLISECONDS);
        if (isIn) {
            lane.putOff.remove(integration);
        }
        return isIn;
    }

    void leave(Tool tool) {
        lane(tool).free.release();
    }

    /** When one that was not let in may try again: the later, the more there are like it. */
    Instant later(Tool tool, IntegrationId integration, Instant now) {
        var putOff = lane(tool).putOff;
        // Another instance may have taken what comes back no more.
        putOff.values().removeIf(until -> until.plus(LONG).isBefore(now));
        var grown = SHORT.multipliedBy(1 + putOff.size() / MANY);
        var longest = grown.compareTo(LONG) > 0 ? LONG : grown;
        var half = longest.toMillis() / 2;
        var until = now.plusMillis(half + random.nextLong(half + 1));
        putOff.put(integration, until);
        return until;
    }

    /** Whether its turn is put off until then or later. */
    boolean isPutOff(Tool tool, IntegrationId integration, Instant now) {
        var until = lane(tool).putOff.get(integration);
        return until != null && until.isAfter(now);
    }

    private Lane lane(Tool tool) {
        return lanes.computeIfAbsent(tool, first -> new Lane(new Semaphore(places, true), new ConcurrentHashMap<>()));
    }

    private record Lane(Semaphore free, Map<IntegrationId, Instant> putOff) {}
}
