package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBreakdowns.AI_USAGE_BREAKDOWNS;
import static dev.aiusage.db.jooq.tables.AiUsageMetrics.AI_USAGE_METRICS;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes whole days of sources that know only dates. Rows that would not change are not written. */
final class DayTables {

    private static final String UPSERT_DAYS =
            """
            insert into {0} as day (user_id, integration_id, {1}, acceptance_rate)
            select {2}, {3}, {1}, coalesce(%1$s, stated_rate) from unnest({4}) as fresh ({1}, stated_rate)
            on conflict (user_id, integration_id, metric_date) do update
              set %2$s, acceptance_rate = excluded.acceptance_rate, updated_at = now()
            where %3$s or day.acceptance_rate is distinct from excluded.acceptance_rate
            """.formatted(MeasureSql.ACCEPTANCE_RATE, MeasureSql.ASSIGNMENTS, MeasureSql.differs("day"));
    private static final String DELETE_PARTS = """
            delete from {0} as part using unnest({1}) as replaced (metric_date)
            where part.user_id = {2} and part.integration_id = {3} and part.metric_date = replaced.metric_date
              and not exists (
                select from unnest({4}) as fresh (metric_date, dimension, label)
                where (fresh.metric_date, fresh.dimension, fresh.label) = (part.metric_date, part.dimension, part.label))
            """;
    private static final String UPSERT_PARTS = """
            insert into {0} as part (user_id, integration_id, {1})
            select {2}, {3}, fresh.* from unnest({4}) as fresh
            on conflict (user_id, integration_id, metric_date, dimension, label) do update set %s
            where %s
            """.formatted(MeasureSql.ASSIGNMENTS, MeasureSql.differs("part"));

    private record Part(LocalDate date, Breakdown breakdown) {}

    private static final List<Column<UsageDay, ?>> DATES =
            List.of(new Column<>(AI_USAGE_METRICS.METRIC_DATE, UsageDay::date));
    private static final List<Column<UsageDay, ?>> DAYS = with(DATES, MeasureColumns.of(UsageDay::measures));
    private static final List<Column<UsageDay, ?>> DAYS_AND_RATE = with(
            DAYS,
            List.of(new Column<>(
                    AI_USAGE_METRICS.ACCEPTANCE_RATE,
                    day -> day.statedRate().map(AcceptanceRate::value).orElse(null))));
    private static final List<Column<Part, ?>> PART_KEYS = List.of(
            new Column<>(AI_USAGE_BREAKDOWNS.METRIC_DATE, Part::date),
            new Column<>(
                    AI_USAGE_BREAKDOWNS.DIMENSION,
                    part -> part.breakdown.dimension().slug()),
            new Column<>(
                    AI_USAGE_BREAKDOWNS.LABEL, part -> part.breakdown.label().text()));
    private static final List<Column<Part, ?>> PARTS =
            with(PART_KEYS, MeasureColumns.of(part -> part.breakdown.measures()));

    private final DSLContext sql;
    private final UserId user;

    DayTables(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    void replace(IntegrationId integration, List<UsageDay> days) {
        if (days.isEmpty()) {
            return;
        }
        var userId = DSL.val(user.value(), SQLDataType.UUID);
        var integrationId = DSL.val(integration.value(), SQLDataType.UUID);
        var sorted = days.stream().sorted(Comparator.comparing(UsageDay::date)).toList();
        var parts = sorted.stream()
                .flatMap(day -> day.breakdowns().stream().map(part -> new Part(day.date(), part)))
                .toList();
        sql.execute(
                UPSERT_DAYS,
                AI_USAGE_METRICS,
                Column.names(DAYS),
                userId,
                integrationId,
                Column.arrays(DAYS_AND_RATE, sorted));
        sql.execute(
                DELETE_PARTS,
                AI_USAGE_BREAKDOWNS,
                Column.arrays(DATES, sorted),
                userId,
                integrationId,
                Column.arrays(PART_KEYS, parts));
        sql.execute(
                UPSERT_PARTS,
                AI_USAGE_BREAKDOWNS,
                Column.names(PARTS),
                userId,
                integrationId,
                Column.arrays(PARTS, parts));
    }

    /** Takes these days away, with their breakdowns. */
    void remove(IntegrationId integration, Collection<LocalDate> dates) {
        if (dates.isEmpty()) {
            return;
        }
        sql.deleteFrom(AI_USAGE_BREAKDOWNS)
                .where(AI_USAGE_BREAKDOWNS.USER_ID.eq(user.value()))
                .and(AI_USAGE_BREAKDOWNS.INTEGRATION_ID.eq(integration.value()))
                .and(AI_USAGE_BREAKDOWNS.METRIC_DATE.in(dates))
                .execute();
        sql.deleteFrom(AI_USAGE_METRICS)
                .where(AI_USAGE_METRICS.USER_ID.eq(user.value()))
                .and(AI_USAGE_METRICS.INTEGRATION_ID.eq(integration.value()))
                .and(AI_USAGE_METRICS.METRIC_DATE.in(dates))
                .execute();
    }

    private static <R> List<Column<R, ?>> with(List<Column<R, ?>> first, List<Column<R, ?>> more) {
        var all = new ArrayList<>(first);
        all.addAll(more);
        return List.copyOf(all);
    }
}
