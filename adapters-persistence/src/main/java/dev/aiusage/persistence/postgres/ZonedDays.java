package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBuckets.AI_USAGE_BUCKETS;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Cuts buckets into the days of a zone, in one statement. The instants at which days begin come from Java, so that PostgreSQL
 * needs no opinion about zones.
 */
final class ZonedDays {

    private static final String DAYS = """
            select integration_id, width_bucket(starts_at, {2}) as day_number, model, project, language, %s
            from {0}
            where user_id = {1} and integration_id = any({3}) and starts_at >= {4} and starts_at < {5}
            group by integration_id, day_number, model, project, language
            """.formatted(MeasureSql.sums());

    private static final Field<Integer> DAY_NUMBER = DSL.field(DSL.name("day_number"), SQLDataType.INTEGER);
    private static final List<Field<?>> COLUMNS = MeasureColumns.after(
            AI_USAGE_BUCKETS.INTEGRATION_ID,
            DAY_NUMBER,
            AI_USAGE_BUCKETS.MODEL,
            AI_USAGE_BUCKETS.PROJECT,
            AI_USAGE_BUCKETS.LANGUAGE);

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
                .forEach(row -> add(row, dates, days));
        return days.toMap();
    }

    private static void add(Record row, List<LocalDate> dates, DaysByIntegration days) {
        var date = dates.get(row.get(DAY_NUMBER) - 1);
        var day = days.day(row.get(AI_USAGE_BUCKETS.INTEGRATION_ID), date);
        var measures = MeasureColumns.read(row);
        var labels = new EventLabels(
                new Label(row.get(AI_USAGE_BUCKETS.MODEL)),
                new Label(row.get(AI_USAGE_BUCKETS.PROJECT)),
                new Label(row.get(AI_USAGE_BUCKETS.LANGUAGE)));
        day.add(measures);
        for (var dimension : Dimension.values()) {
            if (labels.label(dimension).isPresent()) {
                day.add(new Breakdown(dimension, labels.label(dimension), measures));
            }
        }
    }
}
