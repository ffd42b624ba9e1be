package dev.aiusage.persistence.memory;

import dev.aiusage.application.health.StorageHealth;

public final class InMemoryStorageHealth implements StorageHealth {

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public boolean isReachable() {
        return true;
    }
}
