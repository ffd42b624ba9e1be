package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.Storage;

public final class InMemory {

    private InMemory() {}

    public static Storage storage() {
        var store = new InMemoryStore();
        return new Storage(
                new InMemoryIntegrations(store),
                new InMemoryUsageEvents(store),
                new InMemoryTelemetrySums(store),
                new InMemoryUsageMetrics(store),
                new InMemoryLogMarks(store),
                new Storage.Access(
                        new InMemoryUsers(),
                        new InMemorySyncRuns(store),
                        new InMemorySyncedDays(store),
                        new InMemoryIngestTokens(store),
                        new InMemoryStoredKeys(store),
                        new InMemoryAuditTrail(store),
                        store::audit));
    }
}
