package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncStatus;
import java.time.Instant;
import java.util.Optional;

/** How an attempt ended, how its integration's connection is doing now, and when its next turn is. */
record Outcome(SyncStatus status, Optional<SyncError> error, Connection connection, Optional<Instant> next) {}
