package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Map;

/** The synchronisations of users' integrations. They go with their integration. */
public interface SyncRuns {

    /** Has the integration synchronised when its turn comes. One that already waits is returned as it is. */
    SyncRun enqueue(UserId user, IntegrationId integration, Instant now);

    /** The latest run of each of the user's integrations that has had one. */
    Map<IntegrationId, SyncRun> latest(UserId user);
}
