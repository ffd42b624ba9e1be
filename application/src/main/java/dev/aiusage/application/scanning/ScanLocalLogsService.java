package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.EventChunks;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compares what is there with what was read, and lets several workers read the difference. */
public final class ScanLocalLogsService implements ScanLocalLogs {

    private final LocalLogs logs;
    private final LogMarks marks;
    private final Integrations integrations;
    private final UsageEvents events;
    private final ScanProgress progress;
    private final Clock clock;

    public ScanLocalLogsService(
            LocalLogs logs,
            LogMarks marks,
            Integrations integrations,
            UsageEvents events,
            ScanProgress progress,
            Clock clock) {
        this.logs = logs;
        this.marks = marks;
        this.integrations = integrations;
        this.events = events;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public synchronized ScanReport scan(UserId user) {
        var found = logs.find();
        var known = marks.of(user);
        var changed = new ConcurrentLinkedQueue<LogFile>();
        for (var file : found) {
            var mark = known.get(file.id());
            if (mark == null || !mark.covers(file)) {
                changed.add(file);
            }
        }
        var workers = new ArrayList<ScanWorker>();
        for (var i = 0; i < Math.min(Runtime.getRuntime().availableProcessors(), changed.size()); i++) {
            var chunks = new EventChunks(user, IntegrationMethod.LOGS, integrations, events, clock);
            workers.add(new ScanWorker(user, changed, known, chunks, marks));
        }
        var report = new ScanReport(found.size(), 0, 0, 0, 0, RecordedEvents.NOTHING, List.of());
        report = report.plus(run(workers, changed));
        progress.ended(report);
        return report;
    }

    private static ScanReport run(List<ScanWorker> workers, Queue<LogFile> queue) {
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
        } catch (InterruptedException interrupted) {
            queue.clear();
            Thread.currentThread().interrupt();
            return ScanReport.NOTHING;
        } finally {
            threads.shutdownNow();
        }
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
