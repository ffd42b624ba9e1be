package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.ConnectedIntegrationsContract;
import dev.aiusage.persistence.Storage;

final class InMemoryConnectedIntegrationsTest implements ConnectedIntegrationsContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
