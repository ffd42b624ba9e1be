package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.SyncRuns.SYNC_RUNS;

import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.db.jooq.tables.records.SyncRunsRecord;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

public final class PostgresSyncRuns implements SyncRuns {

    private static final List<String> UNFINISHED = Stream.of(
                    SyncStatus.QUEUED, SyncStatus.RUNNING, SyncStatus.RETRY_SCHEDULED)
            .map(SyncStatus::slug)
            .toList();

    private final UserTransactions transactions;

    public PostgresSyncRuns(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public SyncRun enqueue(UserId user, IntegrationId integration, Instant now) {
        return transactions.write(user, sql -> {
            new IntegrationLocks(sql, user).lock(integration);
            return waiting(user, integration, sql).orElseGet(() -> added(user, queued(integration, now), sql));
        });
    }

    @Override
    public SyncRun ask(UserId user, IntegrationId integration, Optional<DateRange> again, Instant now) {
        return transactions.write(user, sql -> {
            new IntegrationLocks(sql, user).lock(integration);
            var joined = again.isEmpty() ? running(user, integration, sql) : Optional.<SyncRun>empty();
            var run = joined.or(() -> waiting(user, integration, sql))
                    .orElseGet(() -> added(user, queued(integration, now), sql));
            var asked = again.map(run::withAgain).orElse(run).requeued(micros(now));
            sql.update(SYNC_RUNS)
                    .set(SYNC_RUNS.STATUS, asked.status().slug())
                    .set(SYNC_RUNS.CREATED_AT, asked.times().queuedAt())
                    .set(SYNC_RUNS.FROM_DATE, asked.again().map(DateRange::from).orElse(null))
                    .set(SYNC_RUNS.TO_DATE, asked.again().map(DateRange::to).orElse(null))
                    .set(SYNC_RUNS.ASKED_AT, micros(now))
                    .set(
                            SYNC_RUNS.ERROR_CODE,
                            asked.error().map(error -> error.code().slug()).orElse(null))
                    .set(
                            SYNC_RUNS.ERROR_MESSAGE,
                            asked.error().map(SyncError::message).orElse(null))
                    .where(isRun(user, run.id()))
                    .execute();
            return asked;
        });
    }

    @Override
    public Optional<Instant> lastAsked(UserId user) {
        return transactions.read(
                user,
                sql -> Optional.ofNullable(sql.select(DSL.max(SYNC_RUNS.ASKED_AT))
                        .from(SYNC_RUNS)
                        .where(SYNC_RUNS.USER_ID.eq(user.value()))
                        .and(SYNC_RUNS.ASKED_AT.isNotNull())
                        .fetchSingle()
                        .value1()));
    }

    @Override
    public SyncRun begin(UserId user, IntegrationId integration, Instant now) {
        return transactions.write(user, sql -> {
            new IntegrationLocks(sql, user).lock(integration);
            var begun = running(user, integration, sql)
                    .or(() -> waiting(user, integration, sql))
                    .orElseGet(() -> added(user, queued(integration, now), sql))
                    .begun(micros(now));
            sql.update(SYNC_RUNS)
                    .set(SYNC_RUNS.STATUS, begun.status().slug())
                    .set(SYNC_RUNS.ATTEMPT, begun.attempt())
                    .set(SYNC_RUNS.STARTED_AT, begun.times().startedAt().orElse(null))
                    .setNull(SYNC_RUNS.ERROR_CODE)
                    .setNull(SYNC_RUNS.ERROR_MESSAGE)
                    .where(isRun(user, begun.id()))
                    .execute();
            giveUpOthers(user, begun, now, sql);
            return begun;
        });
    }

    @Override
    public void end(UserId user, SyncRun ended) {
        transactions.write(
                user,
                sql -> sql.update(SYNC_RUNS)
                        .set(SYNC_RUNS.STATUS, ended.status().slug())
                        .set(
                                SYNC_RUNS.FINISHED_AT,
                                ended.times()
                                        .finishedAt()
                                        .map(PostgresSyncRuns::micros)
                                        .orElse(null))
                        .set(
                                SYNC_RUNS.ERROR_CODE,
                                ended.error().map(error -> error.code().slug()).orElse(null))
                        .set(
                                SYNC_RUNS.ERROR_MESSAGE,
                                ended.error().map(SyncError::message).orElse(null))
                        .where(isRun(user, ended.id()))
                        .and(isAttempt(ended))
                        .execute());
    }

    @Override
    public void giveUp(UserId user, IntegrationId integration, SyncError why, Instant now) {
        transactions.write(
                user,
                sql -> sql.update(SYNC_RUNS)
                        .set(SYNC_RUNS.STATUS, SyncStatus.FAILED.slug())
                        .set(SYNC_RUNS.FINISHED_AT, micros(now))
                        .set(SYNC_RUNS.ERROR_CODE, why.code().slug())
                        .set(SYNC_RUNS.ERROR_MESSAGE, why.message())
                        .where(SYNC_RUNS.USER_ID.eq(user.value()))
                        .and(SYNC_RUNS.INTEGRATION_ID.eq(integration.value()))
                        .and(SYNC_RUNS.STATUS.in(UNFINISHED))
                        .execute());
    }

    @Override
    public boolean isWaiting(UserId user, IntegrationId integration) {
        return transactions.read(
                user, sql -> first(user, integration, sql, SyncStatus.QUEUED).isPresent());
    }

    @Override
    public Optional<SyncRun> find(UserId user, SyncId run) {
        return transactions.read(
                user, sql -> sql.selectFrom(SYNC_RUNS).where(isRun(user, run)).fetchOptional(PostgresSyncRuns::read));
    }

    @Override
    public List<SyncRun> of(UserId user, IntegrationId integration) {
        return transactions.read(
                user,
                sql -> sql.selectFrom(SYNC_RUNS)
                        .where(SYNC_RUNS.USER_ID.eq(user.value()))
                        .and(SYNC_RUNS.INTEGRATION_ID.eq(integration.value()))
                        .orderBy(SYNC_RUNS.CREATED_AT.desc(), SYNC_RUNS.SYNC_ID)
                        .limit(SHOWN)
                        .fetch(PostgresSyncRuns::read));
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

    /** Whether the run is still at this attempt: another one may have taken it over. */
    static Condition isAttempt(SyncRun run) {
        return SYNC_RUNS.ATTEMPT.eq(run.attempt()).and(SYNC_RUNS.STATUS.eq(SyncStatus.RUNNING.slug()));
    }

    static Condition isRun(UserId user, SyncId run) {
        return SYNC_RUNS.USER_ID.eq(user.value()).and(SYNC_RUNS.SYNC_ID.eq(run.value()));
    }

    private static Optional<SyncRun> running(UserId user, IntegrationId integration, DSLContext sql) {
        return first(user, integration, sql, SyncStatus.RUNNING);
    }

    private static Optional<SyncRun> waiting(UserId user, IntegrationId integration, DSLContext sql) {
        return first(user, integration, sql, SyncStatus.QUEUED)
                .or(() -> first(user, integration, sql, SyncStatus.RETRY_SCHEDULED));
    }

    private static Optional<SyncRun> first(UserId user, IntegrationId integration, DSLContext sql, SyncStatus status) {
        return sql.selectFrom(SYNC_RUNS)
                .where(SYNC_RUNS.USER_ID.eq(user.value()))
                .and(SYNC_RUNS.INTEGRATION_ID.eq(integration.value()))
                .and(SYNC_RUNS.STATUS.eq(status.slug()))
                .orderBy(SYNC_RUNS.CREATED_AT, SYNC_RUNS.SYNC_ID)
                .limit(1)
                .fetchOptional(PostgresSyncRuns::read);
    }

    /** One that was to be tried again has nothing left to do once a later one has begun. */
    private static void giveUpOthers(UserId user, SyncRun begun, Instant now, DSLContext sql) {
        sql.update(SYNC_RUNS)
                .set(SYNC_RUNS.STATUS, SyncStatus.FAILED.slug())
                .set(SYNC_RUNS.FINISHED_AT, micros(now))
                .where(SYNC_RUNS.USER_ID.eq(user.value()))
                .and(SYNC_RUNS.INTEGRATION_ID.eq(begun.integration().value()))
                .and(SYNC_RUNS.STATUS.eq(SyncStatus.RETRY_SCHEDULED.slug()))
                .execute();
    }

    private static SyncRun queued(IntegrationId integration, Instant now) {
        return SyncRun.queued(SyncId.random(), integration, micros(now));
    }

    private static SyncRun added(UserId user, SyncRun fresh, DSLContext sql) {
        sql.insertInto(SYNC_RUNS)
                .set(SYNC_RUNS.USER_ID, user.value())
                .set(SYNC_RUNS.SYNC_ID, fresh.id().value())
                .set(SYNC_RUNS.INTEGRATION_ID, fresh.integration().value())
                .set(SYNC_RUNS.STATUS, fresh.status().slug())
                .set(SYNC_RUNS.CREATED_AT, fresh.times().queuedAt())
                .execute();
        return fresh;
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static SyncRun read(SyncRunsRecord row) {
        return new SyncRun(
                new SyncId(row.getSyncId()),
                new IntegrationId(row.getIntegrationId()),
                SyncStatus.of(row.getStatus()),
                Optional.ofNullable(row.getFromDate()).map(from -> new DateRange(from, row.getToDate())),
                row.getAttempt(),
                row.getDaysSynced(),
                row.getMetricsStored(),
                new SyncRun.Times(
                        row.getCreatedAt(),
                        Optional.ofNullable(row.getStartedAt()),
                        Optional.ofNullable(row.getFinishedAt())),
                Optional.ofNullable(row.getErrorCode())
                        .map(code -> new SyncError(SyncErrorCode.of(code), String.valueOf(row.getErrorMessage()))));
    }
}
