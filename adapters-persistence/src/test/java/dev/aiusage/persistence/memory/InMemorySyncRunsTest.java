package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.SyncRunsContract;

final class InMemorySyncRunsTest implements SyncRunsContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
