package dev.aiusage.providers.calls;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/**
 * Lets through so many calls of one key that the vendor, wherever in a call it counts, never sees more of them in a while than
 * its pace allows: a call's place is free again that while after the call's end.
 */
final class PacedTurns {

    private final Pace pace;
    private final LongSupplier nanoTime;
    private final Pause pause;

    /** From when on each place is free, the earliest first. Of a free pace there are none. */
    private final BlockingQueue<Long> places;

    PacedTurns(Pace pace, LongSupplier nanoTime, Pause pause) {
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.places = new ArrayBlockingQueue<>(pace.isFree() ? 1 : pace.calls(), true);
        var now = nanoTime.getAsLong();
        for (var place = 0; !pace.isFree() && place < pace.calls(); place++) {
            places.add(now);
        }
    }

    <T> T pass(Callable<T> call) throws Exception {
        if (pace.isFree()) {
            return call.call();
        }
        var freeFrom = places.take();
        try {
            awaitInstant(freeFrom);
        } catch (InterruptedException givenUp) {
            places.add(freeFrom);
            throw givenUp;
        }
        try {
            return call.call();
        } finally {
            places.add(nanoTime.getAsLong() + pace.in().toNanos());
        }
    }

    private void awaitInstant(long freeFrom) throws InterruptedException {
        for (var left = freeFrom - nanoTime.getAsLong(); left > 0; left = freeFrom - nanoTime.getAsLong()) {
            pause.of(Duration.ofNanos(left).plusMillis(1));
        }
    }
}
