package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Gives an integration another key or account, pauses or resumes it. */
public interface ChangeIntegration {

    /**
     * All of the changes in their order, or none of them. A synchronisation is queued where there is something new to fetch.
     *
     * @throws RequestRejected.NotFound if the user has none of this id
     * @throws RequestRejected.InvalidField if it has no key, so that nothing about it can be changed, or for a wrong value
     * @throws RequestRejected.AlreadyConnected if another one has the same tool, organization and account
     */
    ShownIntegration change(UserId user, IntegrationId integration, List<IntegrationChange> changes);
}
