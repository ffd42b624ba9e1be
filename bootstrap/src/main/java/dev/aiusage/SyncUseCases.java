package dev.aiusage;

import dev.aiusage.application.integrations.QueuedSyncs;
import dev.aiusage.application.syncing.RequestSync;
import dev.aiusage.application.syncing.RequestSyncService;
import dev.aiusage.application.syncing.ShowSyncs;
import dev.aiusage.application.syncing.ShowSyncsService;
import dev.aiusage.application.syncing.SyncEverything;
import dev.aiusage.application.syncing.SyncWaiting;
import java.time.Clock;

/**
 * Fetching usage from vendors. What is asked for here is done by whoever has called {@link AiUsage#startSynchronising}, in this
 * process or in another one on the same database.
 *
 * @param request has a user's integrations synchronised now
 * @param show tells a user how their synchronisations went
 * @param everything for whoever operates the service: it works across users
 */
public record SyncUseCases(RequestSync request, ShowSyncs show, SyncEverything everything) {

    static SyncUseCases of(Storage storage, Clock clock) {
        var held = storage.integrations();
        var access = storage.access();
        var syncing = access.syncing();
        var queued = new QueuedSyncs(syncing.runs(), syncing.schedule());
        return new SyncUseCases(
                new RequestSyncService(held, syncing.runs(), queued, SyncWaiting.PATIENTLY, clock),
                new ShowSyncsService(held, syncing.runs()),
                new SyncEverything(access.keys(), syncing.schedule(), syncing.runs(), clock));
    }
}
