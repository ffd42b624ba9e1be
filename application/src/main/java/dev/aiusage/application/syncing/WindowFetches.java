package dev.aiusage.application.syncing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works through the windows of a synchronisation, a few at a time. After the first failure none is begun any more; those that are
 * under way come to their end, so that what they bring is not lost.
 */
final class WindowFetches {

    private final Executor threads;
    private final int atOnce;

    WindowFetches(Executor threads, int atOnce) {
        this.threads = threads;
        this.atOnce = atOnce;
    }

    /** Returns when all windows are worked through, or throws the first failure. */
    <W> void each(List<W> windows, Consumer<W> work) throws InterruptedException {
        var waiting = new ConcurrentLinkedQueue<>(windows);
        var failed = new AtomicBoolean();
        var workers = new ArrayList<FutureTask<Boolean>>();
        for (var worker = 0; worker < Math.min(atOnce, windows.size()); worker++) {
            workers.add(new FutureTask<>(() -> drain(waiting, work, failed)));
        }
        workers.forEach(threads::execute);
        try {
            awaitAll(workers);
        } finally {
            failed.set(true);
            workers.forEach(worker -> worker.cancel(true));
        }
    }

    private static <W> boolean drain(ConcurrentLinkedQueue<W> waiting, Consumer<W> work, AtomicBoolean failed) {
        for (var window = waiting.poll(); window != null && !failed.get(); window = waiting.poll()) {
            var done = false;
            try {
                work.accept(window);
                done = true;
            } finally {
                if (!done) {
                    failed.set(true);
                }
            }
        }
        return true;
    }

    private static void awaitAll(List<FutureTask<Boolean>> workers) throws InterruptedException {
        RuntimeException first = null;
        for (var worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException failed) {
                first = first == null ? unchecked(failed.getCause()) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
