package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.EventChunks;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares what is there with what was read, and lets several workers read the difference. */
public final class ScanLocalLogsService implements ScanLocalLogs {

    private static final int SECONDS_TO_END = 10;

    private final LocalLogs logs;
    private final LogMarks marks;
    private final LogDestinations destinations;
    private final ScanProgress progress;

    public ScanLocalLogsService(LocalLogs logs, LogMarks marks, LogDestinations destinations, ScanProgress progress) {
        this.logs = logs;
        this.marks = marks;
        this.destinations = destinations;
        this.progress = progress;
    }

    @Override
    public synchronized ScanReport scan(UserId user) {
        var found = logs.find();
        var known = marks.of(user);
        var changed = found.stream()
                .filter(file -> isChanged(file, known.marks().get(file.id())))
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
        try {
            var report = ScanReport.found(found.size()).plus(run(workers(user, changed, known)));
            progress.ended(report);
            return report;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ScanReport.found(found.size());
        }
    }

    private static boolean isChanged(LogFile file, @Nullable LogMark mark) {
        return mark == null || !mark.covers(file);
    }

    private List<ScanWorker> workers(UserId user, Queue<LogFile> changed, KnownMarks known) {
        return IntStream.range(0, Math.min(Runtime.getRuntime().availableProcessors(), changed.size()))
                .mapToObj(number -> new EventChunks(IntegrationMethod.LOGS, destinations.open(user)))
                .map(chunks -> new ScanWorker(user, changed, known, chunks, marks))
                .toList();
    }

    private static ScanReport run(List<ScanWorker> workers) throws InterruptedException {
        if (workers.isEmpty()) {
            return ScanReport.NOTHING;
        }
        var threads = Executors.newFixedThreadPool(workers.size(), task -> new Thread(task, "scan-local-logs"));
        try {
            var report = ScanReport.NOTHING;
            for (var outcome : threads.invokeAll(workers)) {
                report = report.plus(resultOf(outcome));
            }
            return report;
        } catch (InterruptedException stopped) {
            letEnd(threads);
            throw stopped;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Workers that are told to stop end with what they are writing, and whoever stopped them may close the storage then. */
    private static void letEnd(ExecutorService threads) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    }

    private static ScanReport resultOf(Future<ScanReport> outcome) throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
