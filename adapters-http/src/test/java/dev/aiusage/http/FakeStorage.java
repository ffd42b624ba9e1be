package dev.aiusage.http;

import dev.aiusage.application.health.StorageHealth;

final class FakeStorage implements StorageHealth {

    boolean isReachable = true;
    int asked;

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public boolean isReachable() {
        asked++;
        return isReachable;
    }

    void reset() {
        isReachable = true;
        asked = 0;
    }
}
