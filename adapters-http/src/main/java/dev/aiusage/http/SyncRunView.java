package dev.aiusage.http;

import dev.aiusage.application.syncing.ShownRun;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncRun;
import java.time.Instant;
import java.util.Optional;
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
        @Nullable Instant lastSyncedAt,
        @Nullable ErrorView error) {

    /** Why it did not succeed, or not yet. */
    record ErrorView(String code, String message) {

        static ErrorView of(SyncError error) {
            return new ErrorView(error.code().slug(), error.message());
        }
    }

    static SyncRunView of(ShownRun shown) {
        return of(shown.run(), shown.lastSyncedAt());
    }

    static SyncRunView of(SyncRun run, Optional<Instant> lastSyncedAt) {
        return new SyncRunView(
                run.id().toString(),
                run.integration().toString(),
                run.status().slug(),
                run.daysSynced(),
                run.metricsStored(),
                run.times().startedAt().orElse(null),
                run.times().finishedAt().orElse(null),
                lastSyncedAt.orElse(null),
                run.error().map(ErrorView::of).orElse(null));
    }
}
