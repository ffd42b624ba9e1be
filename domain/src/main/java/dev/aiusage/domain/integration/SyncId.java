package dev.aiusage.domain.integration;

import java.util.UUID;

/** The identity of a {@link SyncRun}. */
public record SyncId(UUID value) {

    public static SyncId random() {
        return new SyncId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
