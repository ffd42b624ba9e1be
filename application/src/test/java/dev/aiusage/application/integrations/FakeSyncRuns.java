package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

public final class FakeSyncRuns implements SyncRuns {

    private final Map<IntegrationId, SyncRun> runs = new HashMap<>();

    @Override
    public SyncRun enqueue(UserId user, IntegrationId integration, Instant now) {
        return runs.computeIfAbsent(integration, first -> SyncRun.queued(SyncId.random(), integration, now));
    }

    @Override
    public Map<IntegrationId, SyncRun> latest(UserId user) {
        return Map.copyOf(runs);
    }

    /** As if it had been run. */
    public void finish() {
        runs.clear();
    }
}
