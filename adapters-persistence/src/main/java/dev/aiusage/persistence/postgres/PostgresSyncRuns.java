package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.SyncRuns.SYNC_RUNS;

import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.db.jooq.tables.records.SyncRunsRecord;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

public final class PostgresSyncRuns implements SyncRuns {

    private final UserTransactions transactions;

    public PostgresSyncRuns(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public SyncRun enqueue(UserId user, IntegrationId integration, Instant now) {
        var fresh = SyncRun.queued(SyncId.random(), integration, now.truncatedTo(ChronoUnit.MICROS));
        return transactions.write(user, sql -> {
            new IntegrationLocks(sql, user).lock(integration);
            return sql.selectFrom(SYNC_RUNS)
                    .where(SYNC_RUNS.USER_ID.eq(user.value()))
                    .and(SYNC_RUNS.INTEGRATION_ID.eq(integration.value()))
                    .and(SYNC_RUNS.STATUS.eq(SyncStatus.QUEUED.slug()))
                    .fetchOptional(PostgresSyncRuns::read)
                    .orElseGet(() -> added(user, fresh, sql));
        });
    }

    private static SyncRun added(UserId user, SyncRun fresh, DSLContext sql) {
        sql.insertInto(SYNC_RUNS)
                .set(SYNC_RUNS.USER_ID, user.value())
                .set(SYNC_RUNS.SYNC_ID, fresh.id().value())
                .set(SYNC_RUNS.INTEGRATION_ID, fresh.integration().value())
                .set(SYNC_RUNS.STATUS, fresh.status().slug())
                .set(SYNC_RUNS.CREATED_AT, fresh.queuedAt())
                .execute();
        return fresh;
    }

    @Override
    public Map<IntegrationId, SyncRun> latest(UserId user) {
        var latest = new HashMap<IntegrationId, SyncRun>();
        transactions
                .read(
                        user,
                        sql -> sql.select(SYNC_RUNS.fields())
                                .distinctOn(SYNC_RUNS.INTEGRATION_ID)
                                .from(SYNC_RUNS)
                                .where(SYNC_RUNS.USER_ID.eq(user.value()))
                                .orderBy(SYNC_RUNS.INTEGRATION_ID, SYNC_RUNS.CREATED_AT.desc(), SYNC_RUNS.SYNC_ID)
                                .fetchInto(SYNC_RUNS))
                .forEach(row -> latest.put(new IntegrationId(row.getIntegrationId()), read(row)));
        return latest;
    }

    private static SyncRun read(SyncRunsRecord row) {
        return new SyncRun(
                new SyncId(row.getSyncId()),
                new IntegrationId(row.getIntegrationId()),
                SyncStatus.of(row.getStatus()),
                row.getDaysSynced(),
                row.getMetricsStored(),
                row.getCreatedAt());
    }
}
