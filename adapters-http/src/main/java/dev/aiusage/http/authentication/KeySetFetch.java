package dev.aiusage.http.authentication;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A fetch that is under way or has ended. Failing is an end like any other: its outcome is kept elsewhere. */
record KeySetFetch(CompletableFuture<?> end) {

    /** Longer than a source takes at most. */
    private static final int SECONDS = 6;

    boolean isDone() {
        return end.isDone();
    }

    void await() {
        try {
            end.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            // What is held from before must do.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the end of a fetch fails never", impossible);
        }
    }
}
