package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Integration;

/** An integration and its sealed key, {@link SealedKey#NONE} where it needs none. */
public record KeyedIntegration(Integration integration, SealedKey key) {}
