package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.LogMarksContract;
import dev.aiusage.persistence.Storage;

final class InMemoryLogMarksTest implements LogMarksContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
