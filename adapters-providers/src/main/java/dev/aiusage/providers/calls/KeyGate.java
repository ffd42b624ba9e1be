package dev.aiusage.providers.calls;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** What all calls of one key pass, from whichever integration: a few at once, at the vendor's pace. */
final class KeyGate {

    private final Semaphore places;
    private final PacedTurns turns;

    KeyGate(int atOnce, Pace pace, LongSupplier nanoTime, Pause pause) {
        this.places = new Semaphore(atOnce, true);
        this.turns = new PacedTurns(pace, nanoTime, pause);
    }

    <T> T pass(Callable<T> call) throws Exception {
        places.acquire();
        try {
            turns.await();
            return call.call();
        } finally {
            places.release();
        }
    }
}
