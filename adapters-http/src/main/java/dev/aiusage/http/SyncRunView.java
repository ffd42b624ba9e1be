package dev.aiusage.http;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.SyncRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run that waits has neither started nor finished. */
record SyncRunView(
        String syncId,
        String integrationId,
        String status,
        int daysSynced,
        int metricsStored,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant lastSyncedAt) {

    static SyncRunView of(SyncRun run, Integration integration) {
        return new SyncRunView(
                run.id().toString(),
                run.integration().toString(),
                run.status().slug(),
                run.daysSynced(),
                run.metricsStored(),
                null,
                null,
                integration.lastSyncedAt().orElse(null));
    }
}
