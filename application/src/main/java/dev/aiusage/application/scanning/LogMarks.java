package dev.aiusage.application.scanning;

import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.user.UserId;
import java.util.Map;

/** How far each of a user's log files was read. Marks are forgotten with the history that they were made for. */
public interface LogMarks {

    KnownMarks of(UserId user);

    /** Keeps these marks in the place of earlier ones of the same files; nothing if the user's history is another by now. */
    void keep(UserId user, HistoryId history, Map<LogFileId, LogMark> marks);
}
