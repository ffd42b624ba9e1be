package dev.aiusage.application.scanning;

import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

final class FakeLogMarks implements LogMarks {

    private final Map<LogFileId, LogMark> marks = new HashMap<>();
    private HistoryId history = new HistoryId(UUID.randomUUID());

    @Override
    public synchronized KnownMarks of(UserId user) {
        return new KnownMarks(history, marks);
    }

    @Override
    public synchronized void keep(UserId user, HistoryId of, Map<LogFileId, LogMark> kept) {
        if (of.equals(history)) {
            marks.putAll(kept);
        }
    }

    synchronized void forget() {
        marks.clear();
        history = new HistoryId(UUID.randomUUID());
    }
}
