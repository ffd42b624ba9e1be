package dev.aiusage.domain.integration;

import java.time.Instant;

/** One synchronisation of an integration with its vendor, from the moment that it was asked for. */
public record SyncRun(
        SyncId id, IntegrationId integration, SyncStatus status, int daysSynced, int metricsStored, Instant queuedAt) {

    /** One that waits for its turn. */
    public static SyncRun queued(SyncId id, IntegrationId integration, Instant at) {
        return new SyncRun(id, integration, SyncStatus.QUEUED, 0, 0, at);
    }
}
