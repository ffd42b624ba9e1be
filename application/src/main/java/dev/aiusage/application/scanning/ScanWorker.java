package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.EventChunks;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.domain.user.UserId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;

/**
 * Takes one file after the other from the queue it shares with other workers. Events of small files share a chunk; a file's mark
 * is kept only after its last event was. When one worker fails, the others end too: all share the storage that failed.
 */
final class ScanWorker implements Callable<ScanReport> {

    private final UserId user;
    private final Queue<LogFile> queue;
    private final KnownMarks known;
    private final EventChunks chunks;
    private final LogMarks marks;
    private final Map<LogFileId, LogMark> reached = new HashMap<>();

    ScanWorker(UserId user, Queue<LogFile> queue, KnownMarks known, EventChunks chunks, LogMarks marks) {
        this.user = user;
        this.queue = queue;
        this.known = known;
        this.chunks = chunks;
        this.marks = marks;
    }

    @Override
    public ScanReport call() {
        try {
            return readAll();
        } catch (RuntimeException failed) {
            queue.clear();
            throw failed;
        }
    }

    private ScanReport readAll() {
        var report = ScanReport.NOTHING;
        for (var file = queue.poll(); file != null && !isStopped(); file = queue.poll()) {
            report = report.plus(read(file));
            if (chunks.isFull()) {
                keep();
            }
        }
        keep();
        return report.plus(ScanReport.recorded(chunks.recorded()));
    }

    private ScanReport read(LogFile file) {
        var mark = known.marks().get(file.id());
        var scan = new LogFileScan(file, mark == null ? ReadPosition.START : mark.resume(file), chunks);
        try {
            var position = scan.read();
            if (!scan.isToBeReadAgain()) {
                reached.put(file.id(), LogMark.of(file, position));
            }
            return scan.ended();
        } catch (IOException unreadable) {
            return scan.brokenOff(unreadable);
        }
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    private void keep() {
        chunks.flush();
        marks.keep(user, known.history(), Map.copyOf(reached));
        reached.clear();
    }
}
