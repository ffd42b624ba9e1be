package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.EventChunks;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.Rest;
import dev.aiusage.application.importing.UnreadableFile;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The reading of one log file, and the account of it. */
final class LogFileScan implements UsageSink {

    private final LogFile file;
    private final ReadPosition from;
    private final EventChunks chunks;
    private final List<String> examples = new ArrayList<>();
    private long rows;
    private long rejected;
    private long events;
    private boolean isKeeping;
    private long firstAhead;

    LogFileScan(LogFile file, ReadPosition from, EventChunks chunks) {
        this.file = file;
        this.from = from;
        this.chunks = chunks;
    }

    /**
     * Reads to the end; the answer is where to go on next time. A file that its reader stumbles over is one unreadable file: it
     * must not keep the others from being read, now and at each scan to come.
     */
    ReadPosition read() throws IOException {
        var reader = file.reader();
        try (var bytes = file.openAt(reader.rest() == Rest.STANDS_ALONE ? from.offset() : 0)) {
            return reader.read(bytes, from, EndOfFile.MAY_GROW, this);
        } catch (RuntimeException defect) {
            if (isKeeping) {
                throw defect;
            }
            throw new IOException(
                    "could not be understood (" + defect.getClass().getSimpleName() + ")", defect);
        }
    }

    @Override
    public void row() {
        rows++;
    }

    @Override
    public void event(Tool tool, UsageEvent event) {
        events++;
        firstAhead = 0;
        chunks.add(tool, event);
        if (chunks.isFull()) {
            isKeeping = true;
            chunks.flush();
            isKeeping = false;
        }
    }

    @Override
    public void rejected(long row, String reason) {
        rejected++;
        if (examples.size() < ScanReport.MAX_EXAMPLES) {
            examples.add(file.name() + ":" + row + ": " + reason);
        }
    }

    @Override
    public void aheadOfTime(long row, String reason) {
        rejected(row, reason);
        firstAhead = firstAhead == 0 ? row : firstAhead;
    }

    /**
     * Whether it ends with rows that lie ahead of this machine's clock: they can be read once that is right. A row before one of
     * the present is wrong itself.
     */
    boolean isToBeReadAgain() {
        return firstAhead > 0;
    }

    /** Whether the whole file was read and held nothing: a rest without usage says nothing about what came before it. */
    private boolean isWithoutUsage() {
        return events == 0 && from.equals(ReadPosition.START);
    }

    ScanReport ended() {
        if (isToBeReadAgain()) {
            return ScanReport.unreadable(
                    file.name() + ": from row " + firstAhead + " on it lies ahead of this machine's clock");
        }
        return new ScanReport(
                0, 1, isWithoutUsage() ? 1 : 0, List.of(), rows, rejected, examples, RecordedEvents.NOTHING);
    }

    /** What was read before it broke off counts; the rows are read again next time, and the rejected ones told then. */
    ScanReport brokenOff(IOException reason) {
        return ScanReport.unreadable(file.name() + ": " + UnreadableFile.reason(reason));
    }
}
