package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.EnteredDaysContract;
import dev.aiusage.persistence.Storage;

final class InMemoryEnteredDaysTest implements EnteredDaysContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
