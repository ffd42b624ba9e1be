package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.SyncRun;
import java.util.Optional;

/** An integration and its latest synchronisation; empty if it never had one. */
public record ShownIntegration(Integration integration, Optional<SyncRun> lastRun) {}
