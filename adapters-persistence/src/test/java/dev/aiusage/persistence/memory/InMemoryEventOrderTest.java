package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.EventOrderContract;
import dev.aiusage.persistence.Storage;

final class InMemoryEventOrderTest implements EventOrderContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
