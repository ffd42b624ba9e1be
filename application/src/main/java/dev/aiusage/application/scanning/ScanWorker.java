package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.EventChunks;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.user.UserId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;

/**
 * Takes one file after the other from the queue it shares with other workers. Events of small files share a chunk; a file's mark
 * is kept only after its last event was.
 */
final class ScanWorker implements Callable<ScanReport> {

    private final UserId user;
    private final Queue<LogFile> queue;
    private final Map<LogFileId, LogMark> known;
    private final EventChunks chunks;
    private final LogMarks marks;
    private final Map<LogFileId, LogMark> reached = new HashMap<>();

    ScanWorker(UserId user, Queue<LogFile> queue, Map<LogFileId, LogMark> known, EventChunks chunks, LogMarks marks) {
        this.user = user;
        this.queue = queue;
        this.known = known;
        this.chunks = chunks;
        this.marks = marks;
    }

    @Override
    public ScanReport call() {
        var report = ScanReport.NOTHING;
        for (var file = queue.poll(); file != null; file = queue.poll()) {
            report = report.plus(read(file));
            if (chunks.isFull()) {
                keep();
            }
        }
        keep();
        return report.plus(new ScanReport(0, 0, 0, 0, 0, chunks.recorded(), List.of()));
    }

    private ScanReport read(LogFile file) {
        var scan = new LogFileScan(file, chunks);
        var mark = known.get(file.id());
        try {
            var reachedPosition = scan.read(mark == null ? ReadPosition.START : mark.resume(file));
            reached.put(file.id(), LogMark.of(file, reachedPosition));
            return scan.report();
        } catch (IOException unreadable) {
            var example = file.name() + ": " + unreadable.getMessage();
            return scan.report().plus(new ScanReport(0, 0, 0, 0, 1, RecordedEvents.NOTHING, List.of(example)));
        }
    }

    private void keep() {
        chunks.flush();
        marks.keep(user, Map.copyOf(reached));
        reached.clear();
    }
}
