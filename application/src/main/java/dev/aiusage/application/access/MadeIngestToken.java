package dev.aiusage.application.access;

import dev.aiusage.domain.integration.Secret;

/** A new token and its text, which is nowhere else and can't be shown again. */
public record MadeIngestToken(IngestToken token, Secret text) {}
