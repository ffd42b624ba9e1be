package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBreakdowns.AI_USAGE_BREAKDOWNS;
import static dev.aiusage.db.jooq.tables.AiUsageBuckets.AI_USAGE_BUCKETS;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Cuts buckets into the days of a zone, in one statement. The instants at which days begin come from Java, so that PostgreSQL
 * needs no opinion about zones.
 */
final class ZonedDays {

    private static final String DAYS = """
            select integration_id, day_number, %1$s as dimension, coalesce(model, project, language) as label, %2$s
            from (
              select width_bucket(starts_at, (select {2})) as day_number, * from {0}
              where user_id = {1} and integration_id = any((select {3})::uuid[])
                and starts_at >= {4} and starts_at < {5}
            ) as bucket
            group by integration_id, day_number, grouping sets ((), (model), (project), (language))
            having coalesce(model, project, language) <> '' or grouping(model, project, language) = 7
            """.formatted(MeasureSql.GROUPED_DIMENSION, MeasureSql.sums());
    private static final Field<Integer> DAY_NUMBER = DSL.field(DSL.name("day_number"), SQLDataType.INTEGER);
    private static final List<Field<?>> COLUMNS = MeasureColumns.after(
            AI_USAGE_BREAKDOWNS.INTEGRATION_ID, DAY_NUMBER, AI_USAGE_BREAKDOWNS.DIMENSION, AI_USAGE_BREAKDOWNS.LABEL);

    private final DSLContext sql;
    private final UserId user;

    ZonedDays(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    Map<UUID, List<UsageDay>> of(UUID[] integrations, DateRange range, ZoneId zone) {
        var dates = range.stream().toList();
        var starts =
                dates.stream().map(date -> date.atStartOfDay(zone).toInstant()).toArray(Instant[]::new);
        var days = new DaysByIntegration();
        sql.resultQuery(
                        DAYS,
                        AI_USAGE_BUCKETS,
                        DSL.val(user.value(), SQLDataType.UUID),
                        DSL.val(starts, SQLDataType.INSTANT.array()),
                        DSL.val(integrations, SQLDataType.UUID.array()),
                        DSL.val(range.startsAt(zone), SQLDataType.INSTANT),
                        DSL.val(range.endsBefore(zone), SQLDataType.INSTANT))
                .coerce(COLUMNS)
                .forEach(row -> days.add(dates.get(row.get(DAY_NUMBER) - 1), row));
        return days.toMap();
    }
}
