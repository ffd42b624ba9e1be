package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBuckets.AI_USAGE_BUCKETS;
import static dev.aiusage.db.jooq.tables.AiUsageTelemetryPoints.AI_USAGE_TELEMETRY_POINTS;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.FinerWork;
import dev.aiusage.domain.telemetry.SumIdentity;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One user's sums within one transaction. Rows are found key by key, whatever the planner believes of a young table. */
final class SumTable {

    private static final String FIND = """
            select {0} from unnest({1}) as wanted (wanted_series, wanted_start) cross join lateral (
              select * from {2} as point
              where point.user_id = {3} and point.integration_id = {4}
                and point.series_hash = wanted.wanted_series and point.started_at = wanted.wanted_start offset 0
            ) as point
            """;
    private static final String IN_QUARTER_HOURS = """
            select {0} from unnest({1}) as touched (touched_integration, touched_start) cross join lateral (
              select * from {2} as point
              where point.user_id = {3} and point.integration_id = touched.touched_integration
                and point.quarter_hour = touched.touched_start offset 0
            ) as point
            """;
    private static final String STEPPING_BACK = """
            select point.integration_id, point.quarter_hour from unnest({0}) as changed (session_hash) cross join lateral (
              select integration_id, quarter_hour from {2} as point
              where point.user_id = {3} and point.session_hash = changed.session_hash and point.session_hash is not null offset 0
            ) as point
            union
            select point.integration_id, point.quarter_hour
            from unnest({1}) as changed (starts_at) cross join unnest({4}) as held (integration_id) cross join lateral (
              select integration_id, quarter_hour from {2} as point
              where point.user_id = {3} and point.integration_id = held.integration_id
                and point.quarter_hour >= changed.starts_at and point.quarter_hour < changed.starts_at + interval '24 hours'
                and point.session_hash is null offset 0
            ) as point
            """;
    private static final String UPSERT = """
            insert into {0} (user_id, {1})
            select {2}, fresh.* from unnest({3}) as fresh
            on conflict (user_id, integration_id, series_hash, started_at, quarter_hour) do update set {4}
            """;
    private static final String DELETE = """
            delete from {0} as point using unnest({1}) as gone (integration_id, series_hash, started_at, quarter_hour)
            where point.user_id = {2} and point.integration_id = gone.integration_id and point.series_hash = gone.series_hash
              and point.started_at = gone.started_at and point.quarter_hour = gone.quarter_hour
            """;

    private static final List<Column<SumIdentity, ?>> SUMS = List.of(
            new Column<>(
                    AI_USAGE_TELEMETRY_POINTS.SERIES_HASH, sum -> sum.series().value()),
            new Column<>(AI_USAGE_TELEMETRY_POINTS.STARTED_AT, SumIdentity::startedAt));

    private final DSLContext sql;
    private final UserId user;

    SumTable(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    Map<SumIdentity, List<KeptSum>> find(IntegrationId integration, Set<SumIdentity> sums) {
        return sql
                .resultQuery(
                        FIND,
                        Column.names(SumRows.ALL),
                        Column.arrays(SUMS, List.copyOf(sums)),
                        AI_USAGE_TELEMETRY_POINTS,
                        userId(),
                        DSL.val(integration.value(), SQLDataType.UUID))
                .coerce(SumRows.fields())
                .fetch(SumRows::read)
                .stream()
                .collect(Collectors.groupingBy(KeptSum::sum));
    }

    List<KeptSum> in(Collection<QuarterHour> quarterHours) {
        return sql.resultQuery(
                        IN_QUARTER_HOURS,
                        Column.names(SumRows.ALL),
                        Column.arrays(QuarterHour.COLUMNS, List.copyOf(quarterHours)),
                        AI_USAGE_TELEMETRY_POINTS,
                        userId())
                .coerce(SumRows.fields())
                .fetch(SumRows::read);
    }

    /** Where sums lie that step back for any of this, or no longer do. */
    List<QuarterHour> steppingBackFor(Set<FinerWork> changed, LockedTool tool) {
        if (changed.isEmpty()) {
            return List.of();
        }
        var sessions = changed.stream()
                .filter(KnownWork::isOfSession)
                .map(KnownWork::session)
                .toArray(UUID[]::new);
        var days = changed.stream()
                .filter(work -> !KnownWork.isOfSession(work))
                .map(KnownWork::startOfDay)
                .toArray(Instant[]::new);
        return sql.resultQuery(
                        STEPPING_BACK,
                        DSL.val(sessions, SQLDataType.UUID.array()),
                        DSL.val(days, AI_USAGE_BUCKETS.STARTS_AT.getDataType().array()),
                        AI_USAGE_TELEMETRY_POINTS,
                        userId(),
                        DSL.val(tool.telemetry(), SQLDataType.UUID.array()))
                .coerce(AI_USAGE_TELEMETRY_POINTS.INTEGRATION_ID, AI_USAGE_TELEMETRY_POINTS.QUARTER_HOUR)
                .fetch(row -> new QuarterHour(row.value1(), row.value2()));
    }

    void keep(List<KeptSum> sums) {
        if (sums.isEmpty()) {
            return;
        }
        sql.execute(
                UPSERT,
                AI_USAGE_TELEMETRY_POINTS,
                Column.names(SumRows.ALL),
                userId(),
                Column.arrays(SumRows.ALL, sums),
                Column.excluded(SumRows.CHANGING));
    }

    void remove(List<KeptSum> sums) {
        if (sums.isEmpty()) {
            return;
        }
        sql.execute(DELETE, AI_USAGE_TELEMETRY_POINTS, Column.arrays(SumRows.KEY, sums), userId());
    }

    private Param<UUID> userId() {
        return DSL.val(user.value(), SQLDataType.UUID);
    }
}
