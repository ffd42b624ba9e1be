package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.AliasContract;
import dev.aiusage.persistence.Storage;

final class InMemoryAliasTest implements AliasContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
