package dev.aiusage.persistence.postgres.scheduling;

import static dev.aiusage.db.jooq.Tables.SCHEDULED_TASKS;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.integrations.SyncSchedule;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.postgres.SchemaMapping;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Plans turns in the table that {@link SyncTurns} takes them from. */
public final class PostgresSyncSchedule implements SyncSchedule {

    static final String TASK = "sync";

    private final DSLContext sql;
    private final Wakers wakers;

    /** {@code wakers} are told of each new turn. */
    public PostgresSyncSchedule(DataSource dataSource, String schema, Wakers wakers) {
        this.sql = DSL.using(dataSource, SQLDialect.POSTGRES, SchemaMapping.to(schema));
        this.wakers = wakers;
    }

    @Override
    public void plan(UserId user, IntegrationId integration, Instant at) {
        plan(user, integration, at, DSL.noCondition());
    }

    @Override
    public void planUnlessDone(UserId user, IntegrationId integration, Instant at) {
        var last = SCHEDULED_TASKS.LAST_SUCCESS;
        plan(user, integration, at, last.isNull().or(last.lt(at)));
    }

    private void plan(UserId user, IntegrationId integration, Instant at, Condition condition) {
        run(context -> context.insertInto(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.TASK_NAME, TASK)
                .set(SCHEDULED_TASKS.TASK_INSTANCE, new TurnName(user, integration).text())
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
                .set(SCHEDULED_TASKS.PICKED, false)
                .set(SCHEDULED_TASKS.VERSION, 1L)
                .onConflict(SCHEDULED_TASKS.TASK_NAME, SCHEDULED_TASKS.TASK_INSTANCE)
                .doUpdate()
                .set(SCHEDULED_TASKS.EXECUTION_TIME, DSL.excluded(SCHEDULED_TASKS.EXECUTION_TIME))
                .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1))
                .where(SCHEDULED_TASKS.PICKED.isFalse())
                .and(SCHEDULED_TASKS.EXECUTION_TIME.gt(DSL.excluded(SCHEDULED_TASKS.EXECUTION_TIME)))
                .and(condition)
                .execute());
        wakers.wake();
    }

    @Override
    public void planIfMissing(UserId user, IntegrationId integration, Instant at) {
        run(context -> context.insertInto(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.TASK_NAME, TASK)
                .set(SCHEDULED_TASKS.TASK_INSTANCE, new TurnName(user, integration).text())
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
                .set(SCHEDULED_TASKS.PICKED, false)
                .set(SCHEDULED_TASKS.VERSION, 1L)
                .onConflictDoNothing()
                .execute());
    }

    @Override
    public Map<IntegrationId, Instant> next(UserId user) {
        var turns = new HashMap<IntegrationId, Instant>();
        run(context -> context.select(SCHEDULED_TASKS.TASK_INSTANCE, SCHEDULED_TASKS.EXECUTION_TIME)
                        .from(SCHEDULED_TASKS)
                        .where(SCHEDULED_TASKS.TASK_NAME.eq(TASK))
                        .and(SCHEDULED_TASKS.TASK_INSTANCE.startsWith(TurnName.beginningOf(user)))
                        .fetch())
                .forEach(row -> turns.put(TurnName.parse(row.value1()).integration(), row.value2()));
        return turns;
    }

    @Override
    public long due(Instant by) {
        return run(context -> context.selectCount()
                .from(SCHEDULED_TASKS)
                .where(SCHEDULED_TASKS.TASK_NAME.eq(TASK))
                .and(SCHEDULED_TASKS.EXECUTION_TIME.le(by).or(SCHEDULED_TASKS.PICKED.isTrue()))
                .fetchSingle()
                .value1()
                .longValue());
    }

    private <T> T run(Function<DSLContext, T> work) {
        try {
            return work.apply(sql);
        } catch (DataAccessException failed) {
            throw new StorageUnavailable("the schedule can't be reached: " + failed.getMessage(), failed);
        }
    }
}
