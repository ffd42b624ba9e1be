package dev.aiusage.persistence.postgres.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.aiusage.application.syncing.SyncInterrupted;
import dev.aiusage.application.syncing.SyncWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Takes turns from the schedule and works on them, on a fixed number of threads. An instance that is killed stops to give signs of
 * life; after less than 90 seconds another one takes its turns over.
 */
public final class SyncTurns implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final int MISSED_SIGNS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final Wakers wakers;
    private final Runnable waker;

    private SyncTurns(Scheduler scheduler, Wakers wakers) {
        this.scheduler = scheduler;
        this.wakers = wakers;
        this.waker = scheduler::triggerCheckForDueExecutions;
    }

    /** Begins to work, on so many integrations at once. */
    public static SyncTurns start(DataSource dataSource, String schema, Wakers wakers, SyncWork work, int threads) {
        var schedule = new PostgresSyncSchedule(dataSource, schema, wakers);
        var task = Tasks.custom(PostgresSyncSchedule.TASK, Void.class)
                .onFailure(SyncTurns::again)
                .onDeadExecutionRevive()
                .execute((turn, context) -> {
                    var name = TurnName.parse(turn.getId());
                    return completion(name, work.run(name.user(), name.integration()), work, schedule);
                });
        var scheduler = Scheduler.create(dataSource, task)
                .tableName(schema + ".scheduled_tasks")
                .threads(threads)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(LOOK)
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(MISSED_SIGNS)
                .failureLogging(LogLevel.DEBUG, true)
                .shutdownMaxWait(PATIENCE_AT_THE_END)
                .build();
        var turns = new SyncTurns(scheduler, wakers);
        scheduler.start();
        wakers.add(turns.waker);
        return turns;
    }

    private static CompletionHandler<Void> completion(
            TurnName name, Optional<Instant> next, SyncWork work, PostgresSyncSchedule schedule) {
        return (complete, operations) -> {
            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
            if (work.isOverdue(name.user(), name.integration(), next)) {
                schedule.plan(name.user(), name.integration(), complete.getTimeDone());
            }
        };
    }

    /** What could not be worked on is tried again: at once by another instance if this one stops, else after a pause that grows. */
    private static void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var isStopping =
                complete.getCause().filter(SyncInterrupted.class::isInstance).isPresent();
        var failures = Math.min(complete.getExecution().consecutiveFailures, 8);
        var pause = Duration.ofSeconds(2L << failures);
        var wait = isStopping ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        operations.reschedule(complete, complete.getTimeDone().plus(wait));
    }

    /** Takes no more turns; those under way are interrupted after a while, and left for others. */
    @Override
    public void close() {
        wakers.remove(waker);
        scheduler.stop();
    }
}
