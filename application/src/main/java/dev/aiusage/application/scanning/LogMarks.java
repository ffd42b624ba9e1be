package dev.aiusage.application.scanning;

import dev.aiusage.domain.user.UserId;
import java.util.Map;

/** How far each of a user's log files was read. */
public interface LogMarks {

    Map<LogFileId, LogMark> of(UserId user);

    /** Keeps these marks in the place of earlier ones of the same files. */
    void keep(UserId user, Map<LogFileId, LogMark> marks);
}
