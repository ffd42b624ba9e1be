package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class FakeSyncRuns implements SyncRuns {

    public final List<SyncRun> all = new ArrayList<>();
    private Optional<Instant> lastAsked = Optional.empty();

    @Override
    public synchronized SyncRun enqueue(UserId user, IntegrationId integration, Instant now) {
        return first(integration, SyncStatus.QUEUED, SyncStatus.RETRY_SCHEDULED)
                .orElseGet(() -> added(SyncRun.queued(SyncId.random(), integration, now)));
    }

    @Override
    public synchronized SyncRun ask(UserId user, IntegrationId integration, Optional<DateRange> again, Instant now) {
        lastAsked = Optional.of(now);
        var run = first(integration, SyncStatus.RUNNING)
                .filter(running -> again.isEmpty())
                .orElseGet(() -> enqueue(user, integration, now));
        return replace(again.map(run::withAgain).orElse(run).requeued(now));
    }

    @Override
    public synchronized Optional<Instant> lastAsked(UserId user) {
        return lastAsked;
    }

    @Override
    public synchronized SyncRun begin(UserId user, IntegrationId integration, Instant now) {
        return replace(first(integration, SyncStatus.RUNNING)
                .orElseGet(() -> enqueue(user, integration, now))
                .begun(now));
    }

    @Override
    public synchronized void end(UserId user, SyncRun ended) {
        replace(ended);
    }

    @Override
    public synchronized void giveUp(UserId user, IntegrationId integration, SyncError why, Instant now) {
        all.replaceAll(run -> run.isOver() || !run.integration().equals(integration)
                ? run
                : run.ended(SyncStatus.FAILED, Optional.of(why), now));
    }

    @Override
    public synchronized boolean isWaiting(UserId user, IntegrationId integration) {
        return first(integration, SyncStatus.QUEUED).isPresent();
    }

    @Override
    public synchronized Optional<SyncRun> find(UserId user, SyncId run) {
        return all.stream().filter(known -> known.id().equals(run)).findFirst();
    }

    @Override
    public synchronized List<SyncRun> of(UserId user, IntegrationId integration) {
        return all.stream().filter(run -> run.integration().equals(integration)).toList();
    }

    @Override
    public synchronized Map<IntegrationId, SyncRun> latest(UserId user) {
        var latest = new HashMap<IntegrationId, SyncRun>();
        all.forEach(run -> latest.put(run.integration(), run));
        return latest;
    }

    /** As if all had been run. */
    public synchronized void finish() {
        all.clear();
    }

    private Optional<SyncRun> first(IntegrationId integration, SyncStatus... statuses) {
        return all.stream()
                .filter(run -> run.integration().equals(integration))
                .filter(run -> Arrays.asList(statuses).contains(run.status()))
                .findFirst();
    }

    private SyncRun added(SyncRun run) {
        all.add(run);
        return run;
    }

    private SyncRun replace(SyncRun changed) {
        all.replaceAll(run -> run.id().equals(changed.id()) ? changed : run);
        return changed;
    }
}
