package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.SyncRun;
import java.time.Instant;
import java.util.Optional;

/** An integration, its latest synchronisation (empty if it never had one), and when the next one is planned. */
public record ShownIntegration(Integration integration, Optional<SyncRun> lastRun, Optional<Instant> nextTurn) {}
