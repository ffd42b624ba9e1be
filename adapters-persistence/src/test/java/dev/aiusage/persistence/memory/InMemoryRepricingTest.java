package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.RepricingContract;
import dev.aiusage.persistence.Storage;

final class InMemoryRepricingTest implements RepricingContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
