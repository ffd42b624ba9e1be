package dev.aiusage.persistence.memory;

import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class InMemorySyncRuns implements SyncRuns {

    private final InMemoryStore store;

    public InMemorySyncRuns(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public SyncRun enqueue(UserId user, IntegrationId integration, Instant now) {
        return store.with(user, holdings -> {
            holdings.require(integration);
            var runs = holdings.runs.computeIfAbsent(integration, first -> new ArrayList<>());
            return runs.stream()
                    .filter(run -> run.status() == SyncStatus.QUEUED)
                    .findFirst()
                    .orElseGet(() -> added(runs, integration, now));
        });
    }

    private static SyncRun added(List<SyncRun> runs, IntegrationId integration, Instant now) {
        var run = SyncRun.queued(SyncId.random(), integration, now.truncatedTo(ChronoUnit.MICROS));
        runs.add(run);
        return run;
    }

    @Override
    public Map<IntegrationId, SyncRun> latest(UserId user) {
        return store.with(user, holdings -> {
            var latest = new HashMap<IntegrationId, SyncRun>();
            holdings.runs.forEach((integration, runs) -> latest.put(integration, runs.get(runs.size() - 1)));
            return latest;
        });
    }
}
