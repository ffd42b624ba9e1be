package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.UsageEventsContract;

final class InMemoryUsageEventsTest implements UsageEventsContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
