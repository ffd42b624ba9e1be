package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.ZonedDaysContract;

final class InMemoryZonedDaysTest implements ZonedDaysContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
