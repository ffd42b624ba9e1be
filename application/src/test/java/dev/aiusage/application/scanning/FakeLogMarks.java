package dev.aiusage.application.scanning;

import dev.aiusage.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;

final class FakeLogMarks implements LogMarks {

    private final Map<LogFileId, LogMark> marks = new HashMap<>();

    @Override
    public synchronized Map<LogFileId, LogMark> of(UserId user) {
        return Map.copyOf(marks);
    }

    @Override
    public synchronized void keep(UserId user, Map<LogFileId, LogMark> kept) {
        marks.putAll(kept);
    }
}
