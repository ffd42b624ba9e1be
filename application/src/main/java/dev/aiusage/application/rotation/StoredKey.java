package dev.aiusage.application.rotation;

import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;

/** A sealed key and the integration that it belongs to. */
public record StoredKey(UserId user, IntegrationId integration, SealedKey key) {

    public StoredKey with(SealedKey changed) {
        return new StoredKey(user, integration, changed);
    }
}
