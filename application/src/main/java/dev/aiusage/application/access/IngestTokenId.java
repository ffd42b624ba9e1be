package dev.aiusage.application.access;

import java.util.UUID;

/** The identity of an {@link IngestToken}. It is no secret. */
public record IngestTokenId(UUID value) {

    public static IngestTokenId random() {
        return new IngestTokenId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
