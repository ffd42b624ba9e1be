package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.UsageMetricsContract;

final class InMemoryUsageMetricsTest implements UsageMetricsContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
