package dev.aiusage.http;

import dev.aiusage.application.access.IngestToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record IngestTokenView(
        String tokenId,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    static IngestTokenView of(IngestToken token) {
        return new IngestTokenView(
                token.id().toString(),
                token.name(),
                token.createdAt(),
                token.lastUsedAt().orElse(null));
    }
}
