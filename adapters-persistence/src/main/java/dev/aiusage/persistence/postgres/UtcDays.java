package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBreakdowns.AI_USAGE_BREAKDOWNS;
import static dev.aiusage.db.jooq.tables.AiUsageMetrics.AI_USAGE_METRICS;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads days and breakdowns as they are stored, in one statement. */
final class UtcDays {

    private static final String DAYS_AND_PARTS = """
            select integration_id, metric_date, null as dimension, null as label, %2$s as acceptance_rate, %1$s from {0}
            where user_id = {2} and integration_id = any((select {3})::uuid[]) and metric_date between {4} and {5}
            union all
            select integration_id, metric_date, dimension, label, null, %1$s from {1}
            where user_id = {2} and integration_id = any((select {3})::uuid[]) and metric_date between {4} and {5}
            """.formatted(MeasureSql.COLUMNS, MeasureSql.STATED_RATE);

    private static final List<Field<?>> COLUMNS = MeasureColumns.after(
            AI_USAGE_BREAKDOWNS.INTEGRATION_ID,
            AI_USAGE_BREAKDOWNS.METRIC_DATE,
            AI_USAGE_BREAKDOWNS.DIMENSION,
            AI_USAGE_BREAKDOWNS.LABEL,
            AI_USAGE_METRICS.ACCEPTANCE_RATE);

    private final DSLContext sql;
    private final UserId user;

    UtcDays(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    Map<UUID, List<UsageDay>> of(UUID[] integrations, DateRange range) {
        var days = new DaysByIntegration();
        sql.resultQuery(
                        DAYS_AND_PARTS,
                        AI_USAGE_METRICS,
                        AI_USAGE_BREAKDOWNS,
                        DSL.val(user.value(), SQLDataType.UUID),
                        DSL.val(integrations, SQLDataType.UUID.array()),
                        DSL.val(range.from(), SQLDataType.LOCALDATE),
                        DSL.val(range.to(), SQLDataType.LOCALDATE))
                .coerce(COLUMNS)
                .forEach(row -> days.add(row.get(AI_USAGE_BREAKDOWNS.METRIC_DATE), row, statedRate(row)));
        return days.toMap();
    }

    private static Optional<AcceptanceRate> statedRate(Record row) {
        return Optional.ofNullable(row.get(AI_USAGE_METRICS.ACCEPTANCE_RATE)).map(AcceptanceRate::new);
    }
}
