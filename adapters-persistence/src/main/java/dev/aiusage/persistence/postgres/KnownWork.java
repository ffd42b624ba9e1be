package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBuckets.AI_USAGE_BUCKETS;
import static dev.aiusage.db.jooq.tables.AiUsageEvents.AI_USAGE_EVENTS;
import static dev.aiusage.db.jooq.tables.AiUsageTelemetryPoints.AI_USAGE_TELEMETRY_POINTS;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.FinerSource;
import dev.aiusage.domain.telemetry.FinerWork;
import dev.aiusage.domain.telemetry.WorkScope;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one user's work with a tool more finely than by sums, asked session by session and day by day. The offsets keep
 * the planner from comparing everything with everything.
 */
final class KnownWork {

    private static final String IN_SESSIONS = """
            select wanted.source, wanted.session_hash from unnest({0}) as wanted (source, session_hash)
            where case wanted.source
              when 'request' then exists (
                select from {1} as event where event.user_id = {3} and event.session_hash = wanted.session_hash
                  and event.part = 3 and event.kind = 'request' and event.session_hash is not null offset 0)
              when 'edit' then exists (
                select from {1} as event where event.user_id = {3} and event.session_hash = wanted.session_hash
                  and event.part = 3 and event.kind = 'edit' and event.session_hash is not null offset 0)
              else exists (
                select from {2} as point where point.user_id = {3} and point.session_hash = wanted.session_hash
                  and point.session_hash is not null and point.detail = 2 and point.kind = 'request'
                  and (wanted.source = 'single_request' or point.measure = 'cost') offset 0)
            end
            """;
    private static final String ON_DAYS = """
            select wanted.source, wanted.starts_at from unnest({0}) as wanted (source, starts_at)
            where case
              when wanted.source in ('single_request', 'single_request_cost') then exists (
                select from unnest({5}) as held (integration_id) cross join lateral (
                  select from {2} as point where point.user_id = {3} and point.integration_id = held.integration_id
                    and point.quarter_hour >= wanted.starts_at
                    and point.quarter_hour < wanted.starts_at + interval '24 hours'
                    and point.detail = 2 and point.kind = 'request'
                    and (wanted.source = 'single_request' or point.measure = 'cost') limit 1) as point offset 0)
              else exists (
                select from unnest({4}) as held (integration_id) cross join lateral (
                  select from {1} as event where event.user_id = {3} and event.integration_id = held.integration_id
                    and event.happened_at >= wanted.starts_at
                    and event.happened_at < wanted.starts_at + interval '24 hours'
                    and event.part = 3 and event.kind = wanted.source limit 1) as event offset 0)
            end
            """;

    private static final String BY_INTEGRATION = """
            select distinct kind as source, session_hash, null::timestamptz as starts_at from {0}
            where user_id = {2} and integration_id = {3} and part = 3 and session_hash is not null
            union
            select distinct kind, null::uuid, date_trunc('day', happened_at, 'UTC') from {0}
            where user_id = {2} and integration_id = {3} and part = 3
            union
            select distinct 'single_request', session_hash, null::timestamptz from {1}
            where user_id = {2} and integration_id = {3} and detail = 2 and kind = 'request' and session_hash is not null
            union
            select distinct 'single_request', null::uuid, date_trunc('day', quarter_hour, 'UTC') from {1}
            where user_id = {2} and integration_id = {3} and detail = 2 and kind = 'request'
            union
            select distinct 'single_request_cost', session_hash, null::timestamptz from {1}
            where user_id = {2} and integration_id = {3} and detail = 2 and measure = 'cost' and session_hash is not null
            union
            select distinct 'single_request_cost', null::uuid, date_trunc('day', quarter_hour, 'UTC') from {1}
            where user_id = {2} and integration_id = {3} and detail = 2 and measure = 'cost'
            """;

    private static final Field<String> SOURCE = DSL.field(DSL.name("source"), SQLDataType.VARCHAR);
    private static final Field<UUID> SESSION = AI_USAGE_EVENTS.SESSION_HASH;
    private static final Field<Instant> STARTS_AT = AI_USAGE_BUCKETS.STARTS_AT;

    private static final List<Column<FinerWork, ?>> SESSIONS =
            List.of(new Column<>(SOURCE, work -> work.source().slug()), new Column<>(SESSION, KnownWork::session));
    private static final List<Column<FinerWork, ?>> DAYS =
            List.of(new Column<>(SOURCE, work -> work.source().slug()), new Column<>(STARTS_AT, KnownWork::startOfDay));

    private final DSLContext sql;
    private final UserId user;
    private final LockedTool tool;

    KnownWork(DSLContext sql, UserId user, LockedTool tool) {
        this.sql = sql;
        this.user = user;
        this.tool = tool;
    }

    /** Those of them that are known. */
    Set<FinerWork> among(Set<FinerWork> wanted) {
        var inSessions = wanted.stream().filter(KnownWork::isOfSession).toList();
        var onDays = wanted.stream().filter(work -> !isOfSession(work)).toList();
        var known = new HashSet<FinerWork>();
        ask(IN_SESSIONS, SESSIONS, inSessions)
                .map(row -> known(row.get(SOURCE), new WorkScope.Session(new SessionKey(row.get(SESSION)))))
                .forEach(known::add);
        ask(ON_DAYS, DAYS, onDays)
                .map(row -> known(row.get(SOURCE), dayOf(row.get(STARTS_AT))))
                .forEach(known::add);
        return known;
    }

    /** All that this integration knows. */
    Set<FinerWork> by(IntegrationId integration) {
        return Set.copyOf(sql.resultQuery(
                        BY_INTEGRATION,
                        AI_USAGE_EVENTS,
                        AI_USAGE_TELEMETRY_POINTS,
                        DSL.val(user.value(), SQLDataType.UUID),
                        DSL.val(integration.value(), SQLDataType.UUID))
                .coerce(SOURCE, SESSION, STARTS_AT)
                .fetch(row -> known(row.value1(), scope(row.value2(), row.value3()))));
    }

    private static WorkScope scope(@Nullable UUID session, Instant day) {
        return session == null ? dayOf(day) : new WorkScope.Session(new SessionKey(session));
    }

    private Stream<Record> ask(String query, List<Column<FinerWork, ?>> columns, List<FinerWork> wanted) {
        if (wanted.isEmpty()) {
            return Stream.empty();
        }
        return sql
                .resultQuery(
                        query,
                        Column.arrays(columns, wanted),
                        AI_USAGE_EVENTS,
                        AI_USAGE_TELEMETRY_POINTS,
                        DSL.val(user.value(), SQLDataType.UUID),
                        DSL.val(tool.withEvents(), SQLDataType.UUID.array()),
                        DSL.val(tool.telemetry(), SQLDataType.UUID.array()))
                .coerce(columns.stream().<Field<?>>map(Column::field).toList())
                .fetch()
                .stream();
    }

    static boolean isOfSession(FinerWork work) {
        return work.scope() instanceof WorkScope.Session;
    }

    static UUID session(FinerWork work) {
        return ((WorkScope.Session) work.scope()).key().value();
    }

    static Instant startOfDay(FinerWork work) {
        return ((WorkScope.UtcDay) work.scope())
                .date()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static FinerWork known(String source, WorkScope scope) {
        return new FinerWork(FinerSource.of(source), scope);
    }

    private static WorkScope dayOf(Instant start) {
        return new WorkScope.UtcDay(LocalDate.ofInstant(start, ZoneOffset.UTC));
    }
}
