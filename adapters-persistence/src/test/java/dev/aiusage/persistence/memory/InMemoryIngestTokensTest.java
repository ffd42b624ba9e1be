package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.IngestTokensContract;
import dev.aiusage.persistence.Storage;

final class InMemoryIngestTokensTest implements IngestTokensContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
