package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.Tables.AI_TOOL_INTEGRATIONS;
import static dev.aiusage.db.jooq.Tables.AI_USAGE_DAY_STATES;
import static dev.aiusage.db.jooq.Tables.SYNC_RUNS;

import dev.aiusage.application.syncing.FetchedDay;
import dev.aiusage.application.syncing.FetchedWindow;
import dev.aiusage.application.syncing.RunOvertaken;
import dev.aiusage.application.syncing.SyncedDays;
import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

public final class PostgresSyncedDays implements SyncedDays {

    private final UserTransactions transactions;

    public PostgresSyncedDays(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<FetchedDay> of(UserId user, IntegrationId integration) {
        return transactions.read(
                user,
                sql -> sql.selectFrom(AI_USAGE_DAY_STATES)
                        .where(AI_USAGE_DAY_STATES.USER_ID.eq(user.value()))
                        .and(AI_USAGE_DAY_STATES.INTEGRATION_ID.eq(integration.value()))
                        .orderBy(AI_USAGE_DAY_STATES.METRIC_DATE)
                        .fetch(row -> new FetchedDay(
                                row.getMetricDate(),
                                DayState.of(row.getState()),
                                row.getHasRows(),
                                row.getFetchedAt())));
    }

    @Override
    public void keep(UserId user, SyncRun run, FetchedWindow window) {
        transactions.write(user, sql -> {
            requireCurrent(user, run, window, sql);
            var kept = keptAsTheyWere(user, run.integration(), window, sql);
            var dates = new HashSet<>(window.range().stream().toList());
            dates.removeAll(kept);
            var tables = new DayTables(sql, user);
            tables.replace(run.integration(), window.days());
            window.days().stream().map(UsageDay::date).forEach(dates::remove);
            tables.remove(run.integration(), dates);
            noteStates(user, run.integration(), window, kept, sql);
            return count(user, run, window, sql);
        });
    }

    /** The lock keeps the account from changing until this is kept. */
    private static void requireCurrent(UserId user, SyncRun run, FetchedWindow window, DSLContext sql) {
        var isSameScope = sql.fetchExists(sql.selectOne()
                .from(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(run.integration().value()))
                .and(AI_TOOL_INTEGRATIONS.ORGANIZATION.eq(window.scope().organization()))
                .and(AI_TOOL_INTEGRATIONS.ACCOUNT.eq(window.scope().account()))
                .forNoKeyUpdate());
        if (!isSameScope) {
            throw new RunOvertaken();
        }
    }

    /** Days that the vendor does not change any more, and now knows nothing of. */
    private static Set<LocalDate> keptAsTheyWere(
            UserId user, IntegrationId integration, FetchedWindow window, DSLContext sql) {
        var kept = new HashSet<>(sql.select(AI_USAGE_DAY_STATES.METRIC_DATE)
                .from(AI_USAGE_DAY_STATES)
                .where(AI_USAGE_DAY_STATES.USER_ID.eq(user.value()))
                .and(AI_USAGE_DAY_STATES.INTEGRATION_ID.eq(integration.value()))
                .and(AI_USAGE_DAY_STATES.METRIC_DATE.between(
                        window.range().from(), window.range().to()))
                .and(AI_USAGE_DAY_STATES.STATE.eq(DayState.FINAL.slug()))
                .and(AI_USAGE_DAY_STATES.HAS_ROWS)
                .fetch(row -> row.value1()));
        window.days().stream().map(UsageDay::date).forEach(kept::remove);
        return kept;
    }

    private static void noteStates(
            UserId user, IntegrationId integration, FetchedWindow window, Set<LocalDate> kept, DSLContext sql) {
        var withUsage = new HashSet<>(kept);
        window.days().stream().map(UsageDay::date).forEach(withUsage::add);
        var rows = window.range().stream()
                .map(date -> DSL.row(
                        user.value(),
                        integration.value(),
                        date,
                        kept.contains(date)
                                ? DayState.FINAL.slug()
                                : window.stateOf(date).slug(),
                        withUsage.contains(date),
                        window.fetchedAt().truncatedTo(ChronoUnit.MICROS)))
                .toList();
        sql.insertInto(
                        AI_USAGE_DAY_STATES,
                        AI_USAGE_DAY_STATES.USER_ID,
                        AI_USAGE_DAY_STATES.INTEGRATION_ID,
                        AI_USAGE_DAY_STATES.METRIC_DATE,
                        AI_USAGE_DAY_STATES.STATE,
                        AI_USAGE_DAY_STATES.HAS_ROWS,
                        AI_USAGE_DAY_STATES.FETCHED_AT)
                .valuesOfRows(rows)
                .onConflict(
                        AI_USAGE_DAY_STATES.USER_ID,
                        AI_USAGE_DAY_STATES.INTEGRATION_ID,
                        AI_USAGE_DAY_STATES.METRIC_DATE)
                .doUpdate()
                .set(AI_USAGE_DAY_STATES.STATE, DSL.excluded(AI_USAGE_DAY_STATES.STATE))
                .set(AI_USAGE_DAY_STATES.HAS_ROWS, DSL.excluded(AI_USAGE_DAY_STATES.HAS_ROWS))
                .set(AI_USAGE_DAY_STATES.FETCHED_AT, DSL.excluded(AI_USAGE_DAY_STATES.FETCHED_AT))
                .execute();
    }

    /** In the same transaction, so that a run that is taken over goes on counting where the one before was killed. */
    private static int count(UserId user, SyncRun run, FetchedWindow window, DSLContext sql) {
        var counted = sql.update(SYNC_RUNS)
                .set(
                        SYNC_RUNS.DAYS_SYNCED,
                        SYNC_RUNS.DAYS_SYNCED.plus(window.range().days()))
                .set(
                        SYNC_RUNS.METRICS_STORED,
                        SYNC_RUNS.METRICS_STORED.plus(window.days().size()))
                .where(PostgresSyncRuns.isRun(user, run.id()))
                .and(PostgresSyncRuns.isAttempt(run))
                .execute();
        if (counted == 0) {
            throw new RunOvertaken();
        }
        return counted;
    }
}
