package dev.aiusage.server.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again, every few milliseconds: PostgreSQL tells nobody when it is ready. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(4);

    private Waiting() {}

    static void pause(Duration time) {
        until(() -> false, time);
    }

    /** False when time is up. An interrupted thread waits on: half-started or half-stopped is no state to leave. */
    static boolean until(BooleanSupplier condition, Duration patience) {
        long start = System.nanoTime();
        boolean interrupted = false;
        boolean holds = condition.getAsBoolean();
        while (!holds && System.nanoTime() - start < patience.toNanos()) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException signal) {
                interrupted = true;
            }
            holds = condition.getAsBoolean();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return holds;
    }
}
