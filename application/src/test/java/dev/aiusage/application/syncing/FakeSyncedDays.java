package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The days of one integration. */
final class FakeSyncedDays implements SyncedDays {

    final Map<LocalDate, FetchedDay> states = new TreeMap<>();
    final Map<LocalDate, UsageDay> usage = new HashMap<>();
    Runnable beforeKeeping = () -> {};

    @Override
    public synchronized List<FetchedDay> of(UserId user, IntegrationId integration) {
        return new ArrayList<>(states.values());
    }

    @Override
    public void keep(UserId user, SyncRun run, FetchedWindow window) {
        beforeKeeping.run();
        put(window);
    }

    private synchronized void put(FetchedWindow window) {
        window.range().stream().forEach(usage::remove);
        window.days().forEach(day -> usage.put(day.date(), day));
        window.range().stream()
                .forEach(date -> states.put(
                        date, new FetchedDay(date, window.stateOf(date), usage.containsKey(date), window.fetchedAt())));
    }
}
