package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBreakdowns.AI_USAGE_BREAKDOWNS;
import static dev.aiusage.db.jooq.tables.AiUsageBuckets.AI_USAGE_BUCKETS;
import static dev.aiusage.db.jooq.tables.AiUsageEvents.AI_USAGE_EVENTS;
import static dev.aiusage.db.jooq.tables.AiUsageMetrics.AI_USAGE_METRICS;

import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.postgres.QuarterHour.UtcDay;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What follows from one user's events and sums: buckets from both, days and breakdowns from buckets. Only what was touched is computed
 * again, and only what changed is written. The joins are lateral with an offset, and rows to delete are gathered by their
 * place: so each row is found by its key, whatever the planner believes of tables that nobody has analysed yet.
 */
final class DerivedTables {

    /** A session adds 1 where its first event is, and 0 at its others. Who is another one's alias is nobody. */
    private static final String BUCKETS = """
            with touched (integration_id, starts_at) as (select * from unnest({0})),
            counting as materialized (
              select touched.starts_at, event.*
              from touched cross join lateral (
                select * from {1} as event
                where event.user_id = {2} and event.integration_id = touched.integration_id
                  and event.happened_at >= touched.starts_at
                  and event.happened_at < touched.starts_at + interval '15 minutes'
                  and event.part = 3
                  and %6$s
                offset 0
              ) as event
            ),
            opened as (
              select distinct session_hash from counting where kind = 'request' and session_hash is not null
            ),
            firsts as (
              select earliest.event_key from opened cross join lateral (
                select event_key from {1} as event
                where event.user_id = {2} and event.session_hash = opened.session_hash
                  and part = 3 and kind = 'request' and event.session_hash is not null
                  and %6$s
                order by happened_at, event_key limit 1
              ) as earliest
            ),
            counted as (
              select integration_id, starts_at, model, project, language, %1$s,
                case
                  when kind = 'request' and session_hash is not null then (event_key in (select event_key from firsts))::int
                  else sessions
                end as sessions
              from counting
              union all
              select integration_id, starts_at, model, project, language, %1$s, sessions
              from unnest({5}) as sums ({4})
            ),
            fresh as (
              select integration_id, starts_at, model, project, language, %2$s
              from counted group by integration_id, starts_at, model, project, language
            ),
            gone as (
              delete from {3} where ctid = any(array(
                select old.place from touched cross join lateral (
                  select ctid as place, integration_id, starts_at, model, project, language from {3} as bucket
                  where bucket.user_id = {2} and bucket.integration_id = touched.integration_id
                    and bucket.starts_at = touched.starts_at
                  offset 0
                ) as old
                where (old.integration_id, old.starts_at, old.model, old.project, old.language)
                  not in (select integration_id, starts_at, model, project, language from fresh)))
            )
            insert into {3} as bucket (user_id, integration_id, starts_at, model, project, language, %3$s)
            select {2}, integration_id, starts_at, model, project, language, %3$s from fresh
            on conflict (user_id, integration_id, starts_at, model, project, language) do update set %4$s
            where %5$s
            """.formatted(
                    MeasureSql.columnsBut("sessions"),
                    MeasureSql.sums(),
                    MeasureSql.COLUMNS,
                    MeasureSql.ASSIGNMENTS,
                    MeasureSql.differs("bucket"),
                    EventTable.IS_NO_ALIAS);

    private static final String DAYS = """
            with touched (integration_id, starts_at) as (select * from unnest({0})),
            fresh as materialized (
              select touched.integration_id, (touched.starts_at at time zone 'UTC')::date as metric_date,
                grouping(model, project, language) as summed,
                %7$s as dimension,
                coalesce(model, project, language, '') as label, %1$s
              from touched cross join lateral (
                select * from {1} as bucket
                where bucket.user_id = {2} and bucket.integration_id = touched.integration_id
                  and bucket.starts_at >= touched.starts_at
                  and bucket.starts_at < touched.starts_at + interval '24 hours'
                offset 0
              ) as bucket
              group by touched.integration_id, touched.starts_at, grouping sets ((), (model), (project), (language))
            ),
            touched_days as (
              select integration_id, (starts_at at time zone 'UTC')::date as metric_date from touched
            ),
            days_gone as (
              delete from {3} where ctid = any(array(
                select old.place from touched_days cross join lateral (
                  select ctid as place, integration_id, metric_date from {3} as day
                  where day.user_id = {2} and day.integration_id = touched_days.integration_id
                    and day.metric_date = touched_days.metric_date
                  offset 0
                ) as old
                where (old.integration_id, old.metric_date)
                  not in (select integration_id, metric_date from fresh where summed = 7)))
            ),
            parts_gone as (
              delete from {4} where ctid = any(array(
                select old.place from touched_days cross join lateral (
                  select ctid as place, integration_id, metric_date, dimension, label from {4} as part
                  where part.user_id = {2} and part.integration_id = touched_days.integration_id
                    and part.metric_date = touched_days.metric_date
                  offset 0
                ) as old
                where (old.integration_id, old.metric_date, old.dimension, old.label)
                  not in (select integration_id, metric_date, dimension, label from fresh where summed <> 7)))
            ),
            days as (
              insert into {3} as day (user_id, integration_id, metric_date, acceptance_rate, %2$s)
              select {2}, integration_id, metric_date, %5$s, %2$s from fresh where summed = 7
              on conflict (user_id, integration_id, metric_date) do update
                set %3$s, acceptance_rate = excluded.acceptance_rate, updated_at = now()
              where %4$s
            )
            insert into {4} as part (user_id, integration_id, metric_date, dimension, label, %2$s)
            select {2}, integration_id, metric_date, dimension, label, %2$s from fresh where summed <> 7 and label <> ''
            on conflict (user_id, integration_id, metric_date, dimension, label) do update set %3$s
            where %6$s
            """.formatted(
                    MeasureSql.sums(),
                    MeasureSql.COLUMNS,
                    MeasureSql.ASSIGNMENTS,
                    MeasureSql.differs("day"),
                    MeasureSql.ACCEPTANCE_RATE,
                    MeasureSql.differs("part"),
                    MeasureSql.GROUPED_DIMENSION);

    private final DSLContext sql;
    private final UserId user;
    private final SumBuckets sums;

    DerivedTables(DSLContext sql, UserId user, LockedTool tool) {
        this.sql = sql;
        this.user = user;
        this.sums = new SumBuckets(sql, user, tool);
    }

    void bringUpToDate(Set<QuarterHour> touched) {
        if (touched.isEmpty()) {
            return;
        }
        var userId = DSL.val(user.value(), SQLDataType.UUID);
        sql.execute(
                BUCKETS,
                Column.arrays(QuarterHour.COLUMNS, List.copyOf(touched)),
                AI_USAGE_EVENTS,
                userId,
                AI_USAGE_BUCKETS,
                Column.names(SumBuckets.COLUMNS),
                Column.arrays(SumBuckets.COLUMNS, sums.in(touched)));
        sql.execute(
                DAYS,
                Column.arrays(UtcDay.COLUMNS, days(touched)),
                AI_USAGE_BUCKETS,
                userId,
                AI_USAGE_METRICS,
                AI_USAGE_BREAKDOWNS);
    }

    private static List<UtcDay> days(Collection<QuarterHour> touched) {
        return List.copyOf(touched.stream().map(QuarterHour::day).collect(Collectors.toSet()));
    }
}
