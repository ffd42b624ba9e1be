package dev.aiusage.application.scanning;

import dev.aiusage.application.usage.HistoryId;
import java.util.Map;

/** The marks that are kept, and the history that what lies before them was brought to. */
public record KnownMarks(HistoryId history, Map<LogFileId, LogMark> marks) {

    public KnownMarks {
        marks = Map.copyOf(marks);
    }
}
