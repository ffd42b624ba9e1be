package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;

/** Removes an integration with its key and all usage that arrived by it. */
public interface RemoveIntegration {

    /**
     * There is no way back but to connect anew.
     *
     * @throws RequestRejected.NotFound if the user has none of this id
     */
    void remove(UserId user, IntegrationId integration);
}
