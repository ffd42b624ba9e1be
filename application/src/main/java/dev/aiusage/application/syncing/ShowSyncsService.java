package dev.aiusage.application.syncing;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Puts each run beside its integration. */
public final class ShowSyncsService implements ShowSyncs {

    private final Integrations integrations;
    private final SyncRuns runs;

    public ShowSyncsService(Integrations integrations, SyncRuns runs) {
        this.integrations = integrations;
        this.runs = runs;
    }

    @Override
    public ShownRun one(UserId user, SyncId run) {
        return runs.find(user, run)
                .map(found -> shown(user, found))
                .orElseThrow(() -> new RequestRejected.NotFound("synchronisation"));
    }

    @Override
    public List<ShownRun> of(UserId user, IntegrationId integration) {
        var lastSyncedAt = integrations
                .find(user, integration)
                .orElseThrow(() -> new RequestRejected.NotFound("integration"))
                .integration()
                .lastSyncedAt();
        return runs.of(user, integration).stream()
                .map(run -> new ShownRun(run, lastSyncedAt))
                .toList();
    }

    /** Those of these that are still there: they go with their integration. */
    List<ShownRun> of(UserId user, List<SyncId> ids) {
        return ids.stream()
                .flatMap(id -> runs.find(user, id).stream())
                .map(run -> shown(user, run))
                .toList();
    }

    private ShownRun shown(UserId user, SyncRun run) {
        return new ShownRun(
                run,
                integrations
                        .find(user, run.integration())
                        .map(held -> held.integration())
                        .flatMap(Integration::lastSyncedAt));
    }
}
