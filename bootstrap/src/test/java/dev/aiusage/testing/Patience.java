package dev.aiusage.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Kills a process that neither ends nor gets ready, so that a test which waits for it fails instead of hanging. */
final class Patience {

    private static final int SECONDS = 120;

    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private Patience() {}

    static Patience with(Process process) {
        var patience = new Patience();
        patience.over.orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(tooLong -> {
            process.destroyForcibly();
            return null;
        });
        return patience;
    }

    void end() {
        over.complete(null);
    }
}
