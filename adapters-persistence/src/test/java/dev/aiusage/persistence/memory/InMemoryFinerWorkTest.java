package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.FinerWorkContract;
import dev.aiusage.persistence.Storage;

final class InMemoryFinerWorkTest implements FinerWorkContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
