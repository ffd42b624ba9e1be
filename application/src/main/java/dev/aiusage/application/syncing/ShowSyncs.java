package dev.aiusage.application.syncing;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Shows a user how synchronisations went, or how far they are. */
public interface ShowSyncs {

    /**
     * The run of this id.
     *
     * @throws RequestRejected.NotFound for one that is not the user's
     */
    ShownRun one(UserId user, SyncId run);

    /**
     * The latest hundred of the integration, the latest first.
     *
     * @throws RequestRejected.NotFound for an integration that is not the user's
     */
    List<ShownRun> of(UserId user, IntegrationId integration);
}
