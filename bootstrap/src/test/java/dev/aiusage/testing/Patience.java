package dev.aiusage.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Kills a process that neither ends nor gets ready, so that a test which waits for it fails instead of hanging. */
public final class Patience {

    /** Far more than anything takes on a machine that is slow and busy: what is not there by then never comes. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private Patience() {}

    public static Patience with(Process process) {
        return with(process, LONGEST);
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

    /** Looks again and again until something holds, and fails if it never does. */
    public static void until(String what, BooleanSupplier holds) {
        var start = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }
}
