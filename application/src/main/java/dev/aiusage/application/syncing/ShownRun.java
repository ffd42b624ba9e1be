package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.SyncRun;
import java.time.Instant;
import java.util.Optional;

/** A run, and when usage last arrived by its integration. */
public record ShownRun(SyncRun run, Optional<Instant> lastSyncedAt) {}
