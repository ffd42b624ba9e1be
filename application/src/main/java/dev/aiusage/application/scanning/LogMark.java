package dev.aiusage.application.scanning;

import dev.aiusage.application.importing.ReadPosition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How far a log file was read, by which version of its reader, and what the file was like then. Instants in microseconds. */
public record LogMark(long size, Instant modifiedAt, ReadPosition position, int readerVersion) {

    public LogMark {
        modifiedAt = modifiedAt.truncatedTo(ChronoUnit.MICROS);
    }

    static LogMark of(LogFile file, ReadPosition position) {
        return new LogMark(
                file.size(), file.modifiedAt(), position, file.reader().version());
    }

    /** Whether nothing has changed since. */
    boolean covers(LogFile file) {
        return equals(of(file, position));
    }

    /** Where to go on: logs only grow, so a file that has shrunk (or a reader that has learned) begins anew. */
    ReadPosition resume(LogFile file) {
        var isSameReader = readerVersion == file.reader().version();
        return isSameReader && file.size() > size ? position : ReadPosition.START;
    }
}
