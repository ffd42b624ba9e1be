package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.DevicesContract;
import dev.aiusage.persistence.Storage;

final class InMemoryDevicesTest implements DevicesContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
