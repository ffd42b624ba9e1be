package dev.aiusage.application.access;

import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** What is known of a token beside its text: whose it is, what they call it, and when it last brought something. */
public record IngestToken(
        IngestTokenId id, UserId user, String name, Instant createdAt, Optional<Instant> lastUsedAt) {}
