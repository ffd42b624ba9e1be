package dev.aiusage.application.syncing;

import java.util.function.BooleanSupplier;

/** Waiting for something that happens elsewhere, for as long as a caller has patience. */
@FunctionalInterface
public interface SyncWaiting {

    /** Looks every tenth of a second, for {@link RequestSync#PATIENCE_SECONDS} seconds. */
    SyncWaiting PATIENTLY = condition -> {
        var end = System.nanoTime() + RequestSync.PATIENCE_SECONDS * 1_000_000_000L;
        try {
            while (!condition.getAsBoolean() && System.nanoTime() < end) {
                Thread.sleep(100);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    };

    /** Returns when the condition holds, or when it has lasted too long. */
    void until(BooleanSupplier condition);
}
