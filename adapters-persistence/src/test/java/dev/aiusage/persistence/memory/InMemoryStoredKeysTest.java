package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.StoredKeysContract;

final class InMemoryStoredKeysTest implements StoredKeysContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
