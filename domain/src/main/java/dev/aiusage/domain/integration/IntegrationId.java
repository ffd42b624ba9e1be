package dev.aiusage.domain.integration;

import java.util.UUID;

/** The identity of an {@link Integration}, unique across users. */
public record IntegrationId(UUID value) {

    public static IntegrationId random() {
        return new IntegrationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
