package dev.aiusage.application.syncing;

import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.application.integrations.SyncSchedule;
import dev.aiusage.application.rotation.StoredKey;
import dev.aiusage.application.rotation.StoredKeys;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Synchronises every integration with a key once: across users, for whoever operates the service. It plans turns and watches them;
 * they are taken where synchronisation was started, in this process or in another one on the same database.
 */
public final class SyncEverything {

    private static final int PAGE = 500;

    private final StoredKeys keys;
    private final SyncSchedule schedule;
    private final SyncRuns runs;
    private final Clock clock;

    public SyncEverything(StoredKeys keys, SyncSchedule schedule, SyncRuns runs, Clock clock) {
        this.keys = keys;
        this.schedule = schedule;
        this.runs = runs;
        this.clock = clock;
    }

    /** Plans those that have no turn: their service was killed before it could plan one. */
    public void planMissing() {
        var now = clock.instant();
        all().forEach(stored -> schedule.planIfMissing(stored.user(), stored.integration(), now));
    }

    /**
     * Has the turn of all of them come now, and waits until each was taken, by whichever instance. One whose turn ends while the
     * others are still being planned has none again.
     *
     * @param progress is told five times a second how many are still to be done
     * @throws InterruptedException if waiting is interrupted; the turns are taken all the same
     */
    public SyncSummary run(LongConsumer progress) throws InterruptedException {
        var now = clock.instant();
        var all = all();
        all.forEach(stored -> schedule.planUnlessDone(stored.user(), stored.integration(), now));
        for (var due = due(); due > 0; due = due()) {
            progress.accept(due);
            Thread.sleep(200);
        }
        return all.stream().map(this::outcome).reduce(SyncSummary.NONE, SyncSummary::plus);
    }

    /** With those that were put off for a moment. */
    private long due() {
        return schedule.due(clock.instant().plus(VendorLanes.LATEST));
    }

    private SyncSummary outcome(StoredKey stored) {
        var last = runs.of(stored.user(), stored.integration()).stream().findFirst();
        return new SyncSummary(
                1,
                isEnded(last, SyncStatus.SUCCEEDED),
                isEnded(last, SyncStatus.FAILED) + isEnded(last, SyncStatus.RETRY_SCHEDULED));
    }

    private static long isEnded(Optional<SyncRun> last, SyncStatus status) {
        return last.filter(run -> run.status() == status).isPresent() ? 1 : 0;
    }

    private List<StoredKey> all() {
        var all = new ArrayList<StoredKey>();
        var page = keys.next(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = keys.next(Optional.of(page.get(page.size() - 1)), PAGE);
        }
        return all;
    }
}
