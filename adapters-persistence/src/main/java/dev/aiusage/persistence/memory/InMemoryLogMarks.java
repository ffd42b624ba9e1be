package dev.aiusage.persistence.memory;

import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.application.scanning.LogMarks;
import dev.aiusage.domain.user.UserId;
import java.util.Map;

public final class InMemoryLogMarks implements LogMarks {

    private final InMemoryStore store;

    public InMemoryLogMarks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<LogFileId, LogMark> of(UserId user) {
        return store.with(user, holdings -> Map.copyOf(holdings.marks));
    }

    @Override
    public void keep(UserId user, Map<LogFileId, LogMark> marks) {
        store.with(user, holdings -> {
            holdings.marks.putAll(marks);
            return marks;
        });
    }
}
