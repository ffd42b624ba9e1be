package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.SimultaneousWritersContract;
import dev.aiusage.persistence.Storage;

final class InMemorySimultaneousWritersTest implements SimultaneousWritersContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
