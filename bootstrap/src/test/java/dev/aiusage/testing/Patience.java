package dev.aiusage.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Kills a process that neither ends nor gets ready, so that a test which waits for it fails instead of hanging. */
public final class Patience {

    private static final int SECONDS = 120;

    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private Patience() {}

    public static Patience with(Process process) {
        return with(process, Duration.ofSeconds(SECONDS));
    }

    /** For a process that has more to do than others. */
    public static Patience with(Process process, Duration longest) {
        var patience = new Patience();
        patience.over.orTimeout(longest.toSeconds(), TimeUnit.SECONDS).exceptionally(tooLong -> {
            process.destroyForcibly();
            return null;
        });
        return patience;
    }

    public void end() {
        over.complete(null);
    }
}
