package dev.aiusage.providers.calls;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** What all calls of one key pass, from whichever integration: a few at once, at the vendor's pace. */
final class KeyGate {

    private final Semaphore places;
    private final PacedTurns turns;
    private final LongSupplier nanoTime;
    private volatile long lastUse;

    KeyGate(int atOnce, Pace pace, LongSupplier nanoTime, Pause pause) {
        this.places = new Semaphore(atOnce, true);
        this.turns = new PacedTurns(pace, nanoTime, pause);
        this.nanoTime = nanoTime;
        touch();
    }

    <T> T pass(Callable<T> call) throws Exception {
        touch();
        places.acquire();
        try {
            return turns.pass(call);
        } finally {
            places.release();
            touch();
        }
    }

    void touch() {
        lastUse = nanoTime.getAsLong();
    }

    boolean isUnusedFor(Duration time) {
        return nanoTime.getAsLong() - lastUse > time.toNanos();
    }
}
