package dev.aiusage.persistence.memory;

import dev.aiusage.application.scanning.KnownMarks;
import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.application.scanning.LogMarks;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.user.UserId;
import java.util.Map;

public final class InMemoryLogMarks implements LogMarks {

    private final InMemoryStore store;

    public InMemoryLogMarks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public KnownMarks of(UserId user) {
        return store.with(user, holdings -> new KnownMarks(holdings.history, holdings.marks));
    }

    @Override
    public void keep(UserId user, HistoryId history, Map<LogFileId, LogMark> marks) {
        store.with(user, holdings -> {
            if (holdings.history.equals(history)) {
                holdings.marks.putAll(marks);
            }
            return marks;
        });
    }
}
