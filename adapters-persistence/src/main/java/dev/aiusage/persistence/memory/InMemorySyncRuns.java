package dev.aiusage.persistence.memory;

import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemorySyncRuns implements SyncRuns {

    private final InMemoryStore store;

    public InMemorySyncRuns(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public SyncRun enqueue(UserId user, IntegrationId integration, Instant now) {
        return store.with(
                user, holdings -> waiting(holdings, integration).orElseGet(() -> added(holdings, integration, now)));
    }

    @Override
    public SyncRun ask(UserId user, IntegrationId integration, Optional<DateRange> again, Instant now) {
        return store.with(user, holdings -> {
            var joined = again.isEmpty() ? running(holdings, integration) : Optional.<SyncRun>empty();
            var run =
                    joined.or(() -> waiting(holdings, integration)).orElseGet(() -> added(holdings, integration, now));
            holdings.lastAsked = Optional.of(micros(now));
            return replace(holdings, again.map(run::withAgain).orElse(run).requeued(micros(now)));
        });
    }

    @Override
    public Optional<Instant> lastAsked(UserId user) {
        return store.with(user, holdings -> holdings.lastAsked);
    }

    @Override
    public SyncRun begin(UserId user, IntegrationId integration, Instant now) {
        return store.with(user, holdings -> {
            var begun = replace(
                    holdings,
                    running(holdings, integration)
                            .or(() -> waiting(holdings, integration))
                            .orElseGet(() -> added(holdings, integration, now))
                            .begun(micros(now)));
            runs(holdings, integration).replaceAll(run -> givenUp(run, now));
            return begun;
        });
    }

    /** One that was to be tried again has nothing left to do once a later one has begun. */
    private static SyncRun givenUp(SyncRun run, Instant now) {
        return run.status() == SyncStatus.RETRY_SCHEDULED
                ? run.ended(SyncStatus.FAILED, run.error(), micros(now))
                : run;
    }

    @Override
    public void end(UserId user, SyncRun ended) {
        store.with(
                user,
                holdings -> runs(holdings, ended.integration()).stream()
                        .filter(run -> run.id().equals(ended.id()))
                        .filter(run -> run.attempt() == ended.attempt() && run.status() == SyncStatus.RUNNING)
                        .findFirst()
                        .map(run -> replace(holdings, endedLike(run, ended))));
    }

    /** What was counted meanwhile stays. */
    private static SyncRun endedLike(SyncRun run, SyncRun ended) {
        var at = ended.times().finishedAt().map(InMemorySyncRuns::micros).orElse(Instant.EPOCH);
        return run.ended(ended.status(), ended.error(), at);
    }

    @Override
    public void giveUp(UserId user, IntegrationId integration, SyncError why, Instant now) {
        store.with(user, holdings -> {
            runs(holdings, integration)
                    .replaceAll(
                            run -> run.isOver() ? run : run.ended(SyncStatus.FAILED, Optional.of(why), micros(now)));
            return integration;
        });
    }

    @Override
    public boolean isWaiting(UserId user, IntegrationId integration) {
        return store.with(
                user,
                holdings -> first(holdings, integration, SyncStatus.QUEUED).isPresent());
    }

    @Override
    public Optional<SyncRun> find(UserId user, SyncId run) {
        return store.with(
                user,
                holdings -> holdings.runs.values().stream()
                        .flatMap(List::stream)
                        .filter(known -> known.id().equals(run))
                        .findFirst());
    }

    @Override
    public List<SyncRun> of(UserId user, IntegrationId integration) {
        return store.with(user, holdings -> {
            var latestFirst = new ArrayList<>(holdings.runs.getOrDefault(integration, List.of()));
            Collections.reverse(latestFirst);
            return latestFirst.stream().limit(SHOWN).toList();
        });
    }

    @Override
    public Map<IntegrationId, SyncRun> latest(UserId user) {
        return store.with(user, holdings -> {
            var latest = new HashMap<IntegrationId, SyncRun>();
            holdings.runs.forEach((integration, runs) -> latest.put(integration, runs.get(runs.size() - 1)));
            return latest;
        });
    }

    static SyncRun replace(Holdings holdings, SyncRun changed) {
        runs(holdings, changed.integration()).replaceAll(run -> run.id().equals(changed.id()) ? changed : run);
        return changed;
    }

    private static Optional<SyncRun> running(Holdings holdings, IntegrationId integration) {
        return first(holdings, integration, SyncStatus.RUNNING);
    }

    private static Optional<SyncRun> waiting(Holdings holdings, IntegrationId integration) {
        return first(holdings, integration, SyncStatus.QUEUED)
                .or(() -> first(holdings, integration, SyncStatus.RETRY_SCHEDULED));
    }

    private static Optional<SyncRun> first(Holdings holdings, IntegrationId integration, SyncStatus status) {
        holdings.require(integration);
        return holdings.runs.getOrDefault(integration, List.of()).stream()
                .filter(run -> run.status() == status)
                .findFirst();
    }

    private static SyncRun added(Holdings holdings, IntegrationId integration, Instant now) {
        var run = SyncRun.queued(SyncId.random(), integration, micros(now));
        runs(holdings, integration).add(run);
        return run;
    }

    private static List<SyncRun> runs(Holdings holdings, IntegrationId integration) {
        return holdings.runs.computeIfAbsent(integration, first -> new ArrayList<>());
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
