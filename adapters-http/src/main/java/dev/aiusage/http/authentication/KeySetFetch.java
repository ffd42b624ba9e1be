package dev.aiusage.http.authentication;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A fetch that is under way or has ended. Failing is an end like any other: its outcome is kept elsewhere. */
record KeySetFetch(CompletableFuture<?> end) {

    boolean isDone() {
        return end.isDone();
    }

    void await() {
        try {
            end.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the end of a fetch never fails", impossible);
        }
    }
}
