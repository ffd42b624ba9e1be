package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageScreenshotDays.AI_USAGE_SCREENSHOT_DAYS;

import dev.aiusage.application.screenshots.ReadDay;
import dev.aiusage.application.screenshots.ScreenshotId;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The figures of one draft, within one transaction. */
final class ScreenshotDays {

    private record Row(int number, ReadDay day) {}

    private static final List<Column<Row, ?>> COLUMNS = columns();
    private static final List<Field<?>> READ =
            MeasureColumns.after(AI_USAGE_SCREENSHOT_DAYS.METRIC_DATE, AI_USAGE_SCREENSHOT_DAYS.ACCEPTANCE_RATE);

    private final DSLContext sql;
    private final UserId user;
    private final ScreenshotId id;

    ScreenshotDays(DSLContext sql, UserId user, ScreenshotId id) {
        this.sql = sql;
        this.user = user;
        this.id = id;
    }

    void add(List<ReadDay> days) {
        var rows = IntStream.range(0, days.size())
                .mapToObj(number -> new Row(number, days.get(number)))
                .toList();
        sql.execute(
                "insert into {0} (user_id, screenshot_id, {1}) select {2}, {3}, fresh.* from unnest({4}) as fresh",
                AI_USAGE_SCREENSHOT_DAYS,
                Column.names(COLUMNS),
                DSL.val(user.value(), SQLDataType.UUID),
                DSL.val(id.value(), SQLDataType.UUID),
                Column.arrays(COLUMNS, rows));
    }

    List<ReadDay> read() {
        return sql.resultQuery(
                        "select metric_date, acceptance_rate, " + MeasureSql.COLUMNS
                                + " from {0} where user_id = {1} and screenshot_id = {2} order by row_number",
                        AI_USAGE_SCREENSHOT_DAYS,
                        DSL.val(user.value(), SQLDataType.UUID),
                        DSL.val(id.value(), SQLDataType.UUID))
                .coerce(READ)
                .fetch(ScreenshotDays::day);
    }

    void remove() {
        sql.deleteFrom(AI_USAGE_SCREENSHOT_DAYS)
                .where(AI_USAGE_SCREENSHOT_DAYS.USER_ID.eq(user.value()))
                .and(AI_USAGE_SCREENSHOT_DAYS.SCREENSHOT_ID.eq(id.value()))
                .execute();
    }

    private static ReadDay day(Record row) {
        return new ReadDay(
                Optional.ofNullable(row.get(AI_USAGE_SCREENSHOT_DAYS.METRIC_DATE)),
                MeasureColumns.read(row),
                Optional.ofNullable(row.get(AI_USAGE_SCREENSHOT_DAYS.ACCEPTANCE_RATE))
                        .map(AcceptanceRate::new));
    }

    private static List<Column<Row, ?>> columns() {
        var columns = new ArrayList<Column<Row, ?>>();
        columns.add(new Column<>(AI_USAGE_SCREENSHOT_DAYS.ROW_NUMBER, Row::number));
        columns.add(new Column<>(
                AI_USAGE_SCREENSHOT_DAYS.METRIC_DATE, row -> row.day.date().orElse(null)));
        columns.add(new Column<>(
                AI_USAGE_SCREENSHOT_DAYS.ACCEPTANCE_RATE,
                row -> row.day.statedRate().map(AcceptanceRate::value).orElse(null)));
        columns.addAll(MeasureColumns.of(row -> row.day.measures()));
        return List.copyOf(columns);
    }
}
