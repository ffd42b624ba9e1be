package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.ZonedDaysContract;
import dev.aiusage.persistence.Storage;

final class InMemoryZonedDaysTest implements ZonedDaysContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
