package dev.aiusage.persistence.memory;

import dev.aiusage.application.syncing.SyncInterrupted;
import dev.aiusage.application.syncing.SyncWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes turns from the schedule of this process, on a fixed number of threads. */
public final class InMemorySyncTurns implements AutoCloseable {

    private static final long PATIENCE_AT_THE_END_MILLIS = 5_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final InMemorySyncSchedule schedule;
    private final SyncWork work;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    private InMemorySyncTurns(InMemorySyncSchedule schedule, SyncWork work, Clock clock) {
        this.schedule = schedule;
        this.work = work;
        this.clock = clock;
    }

    /** Begins to work, on so many integrations at once. */
    public static InMemorySyncTurns start(InMemorySyncSchedule schedule, SyncWork work, Clock clock, int threads) {
        var turns = new InMemorySyncTurns(schedule, work, clock);
        for (var number = 1; number <= threads; number++) {
            var thread = new Thread(turns::takeTurns, "sync-" + number);
            thread.setDaemon(true);
            turns.threads.add(thread);
        }
        turns.threads.forEach(Thread::start);
        return turns;
    }

    private void takeTurns() {
        try {
            while (!stopping) {
                takeTurn(schedule.await(clock));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeTurn(InMemorySyncSchedule.Turn turn) {
        var next = Optional.<Instant>empty();
        var endedWell = Optional.<Instant>empty();
        try {
            next = work.run(turn.user(), turn.integration());
            endedWell = Optional.of(clock.instant());
        } catch (SyncInterrupted end) {
            next = Optional.of(clock.instant());
        } catch (RuntimeException failed) {
            next = Optional.of(clock.instant().plus(PAUSE_AFTER_FAILURE));
        } finally {
            schedule.done(turn, next, endedWell);
        }
        if (isOverdue(turn, next)) {
            schedule.plan(turn.user(), turn.integration(), clock.instant());
        }
    }

    private boolean isOverdue(InMemorySyncSchedule.Turn turn, Optional<Instant> next) {
        try {
            return work.isOverdue(turn.user(), turn.integration(), next);
        } catch (RuntimeException removedMeanwhile) {
            return false;
        }
    }

    /** Takes no more turns; those under way are interrupted. */
    @Override
    public void close() {
        stopping = true;
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                thread.join(PATIENCE_AT_THE_END_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
