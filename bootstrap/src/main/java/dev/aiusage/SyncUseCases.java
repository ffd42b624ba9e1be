package dev.aiusage;

import dev.aiusage.application.syncing.RequestSync;
import dev.aiusage.application.syncing.ShowSyncs;
import dev.aiusage.application.syncing.SyncEverything;

/**
 * Fetching usage from vendors. What is asked for here is done by whoever has called {@link AiUsage#startSynchronising}, in this
 * process or in another one on the same database.
 *
 * @param request has a user's integrations synchronised now
 * @param show tells a user how their synchronisations went
 * @param everything for whoever operates the service: it works across users
 */
public record SyncUseCases(RequestSync request, ShowSyncs show, SyncEverything everything) {}
