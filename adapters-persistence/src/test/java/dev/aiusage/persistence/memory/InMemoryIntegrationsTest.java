package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.IntegrationsContract;
import dev.aiusage.persistence.Storage;

final class InMemoryIntegrationsTest implements IntegrationsContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
