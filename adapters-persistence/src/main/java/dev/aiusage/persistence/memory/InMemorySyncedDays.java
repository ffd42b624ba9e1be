package dev.aiusage.persistence.memory;

import dev.aiusage.application.syncing.FetchedDay;
import dev.aiusage.application.syncing.FetchedWindow;
import dev.aiusage.application.syncing.RunOvertaken;
import dev.aiusage.application.syncing.SyncedDays;
import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

public final class InMemorySyncedDays implements SyncedDays {

    private final InMemoryStore store;

    public InMemorySyncedDays(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<FetchedDay> of(UserId user, IntegrationId integration) {
        return store.with(
                user, holdings -> List.copyOf(holdings.fetched(integration).values()));
    }

    @Override
    public void keep(UserId user, SyncRun run, FetchedWindow window) {
        store.with(user, holdings -> {
            requireCurrent(holdings, run, window);
            var byDate = window.days().stream().collect(Collectors.toMap(UsageDay::date, Function.identity()));
            InMemoryUsageMetrics.replaceDays(holdings, run.integration(), window.days());
            window.range().stream()
                    .filter(date -> byDate.containsKey(date) || !isKept(holdings, run.integration(), date))
                    .forEach(date -> note(holdings, run.integration(), window, date, byDate.containsKey(date)));
            return InMemorySyncRuns.replace(
                    holdings,
                    currentOf(holdings, run)
                            .with(window.range().days(), window.days().size()));
        });
    }

    private static void note(
            Holdings holdings, IntegrationId integration, FetchedWindow window, LocalDate date, boolean hasUsage) {
        if (!hasUsage) {
            holdings.days(integration).remove(date);
        }
        var fetchedAt = window.fetchedAt().truncatedTo(ChronoUnit.MICROS);
        holdings.fetched(integration).put(date, new FetchedDay(date, window.stateOf(date), hasUsage, fetchedAt));
    }

    private static boolean isKept(Holdings holdings, IntegrationId integration, LocalDate date) {
        var before = holdings.fetched(integration).get(date);
        return before != null && before.state() == DayState.FINAL && before.hasUsage();
    }

    private static void requireCurrent(Holdings holdings, SyncRun run, FetchedWindow window) {
        var held = holdings.integrations.get(run.integration());
        if (held == null || !held.scope().equals(window.scope())) {
            throw new RunOvertaken();
        }
        var current = currentOf(holdings, run);
        if (current.attempt() != run.attempt() || current.status() != SyncStatus.RUNNING) {
            throw new RunOvertaken();
        }
    }

    private static SyncRun currentOf(Holdings holdings, SyncRun run) {
        return holdings.runs.getOrDefault(run.integration(), List.of()).stream()
                .filter(known -> known.id().equals(run.id()))
                .findFirst()
                .orElseThrow(RunOvertaken::new);
    }
}
