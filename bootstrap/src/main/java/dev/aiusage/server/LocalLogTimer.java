package dev.aiusage.server;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.scanning.ScanLocalLogs;
import dev.aiusage.application.scanning.ScanReport;
import dev.aiusage.domain.user.UserId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans local logs at once and then every few minutes, in a thread of its own. */
final class LocalLogTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalLogTimer.class);
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final ScanLocalLogs scan;
    private final UserId user;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::scanAgainAndAgain, "local-logs");

    private LocalLogTimer(ScanLocalLogs scan, UserId user) {
        this.scan = scan;
        this.user = user;
    }

    static LocalLogTimer start(ScanLocalLogs scan, UserId user) {
        var timer = new LocalLogTimer(scan, user);
        timer.thread.start();
        return timer;
    }

    private void scanAgainAndAgain() {
        try {
            do {
                scan();
            } while (!closed.await(PAUSE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void scan() {
        var start = System.nanoTime();
        try {
            tell(scan.scan(user), Duration.ofNanos(System.nanoTime() - start));
        } catch (StorageUnavailable unavailable) {
            LOG.warn("local logs were not read, next try in {} s: {}", PAUSE.toSeconds(), unavailable.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("local logs could not be read", failed);
        }
    }

    private static void tell(ScanReport report, Duration took) {
        if (report.filesRead() == 0 && report.unreadableFiles().isEmpty()) {
            LOG.debug("local logs: nothing new in {} files", report.files());
            return;
        }
        LOG.info(
                "local logs: files={} read={} unreadable={} without_usage={} rows={} rejected={} added={} improved={} took={} ms",
                report.files(),
                report.filesRead(),
                report.unreadableFiles().size(),
                report.filesWithoutUsage(),
                report.rowsRead(),
                report.rowsRejected(),
                report.recorded().added(),
                report.recorded().improved(),
                took.toMillis());
        report.unreadableFiles().forEach(file -> LOG.warn("local logs: {}", file));
        report.examples().forEach(example -> LOG.warn("local logs: {}", example));
    }

    /** Breaks off a scan that runs: what it has kept stays, and the next one completes it. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
