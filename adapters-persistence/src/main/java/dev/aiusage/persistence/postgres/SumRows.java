package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageTelemetryPoints.AI_USAGE_TELEMETRY_POINTS;

import dev.aiusage.domain.telemetry.SumDetail;
import dev.aiusage.domain.telemetry.SumIdentity;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumRise;
import dev.aiusage.domain.telemetry.SumSubject;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SeriesKey;
import dev.aiusage.domain.usage.SessionKey;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How a rise of a sum lies in its table. */
final class SumRows {

    static final List<Column<KeptSum, ?>> KEY = List.of(
            new Column<>(AI_USAGE_TELEMETRY_POINTS.INTEGRATION_ID, KeptSum::integration),
            new Column<>(
                    AI_USAGE_TELEMETRY_POINTS.SERIES_HASH,
                    kept -> kept.sum().series().value()),
            new Column<>(
                    AI_USAGE_TELEMETRY_POINTS.STARTED_AT, kept -> kept.sum().startedAt()),
            column(AI_USAGE_TELEMETRY_POINTS.QUARTER_HOUR, SumRise::quarterHour));

    /** What a higher point, or an earlier one, changes. */
    static final List<Column<KeptSum, ?>> CHANGING = List.of(
            column(AI_USAGE_TELEMETRY_POINTS.HIGHEST, SumRise::highest),
            column(AI_USAGE_TELEMETRY_POINTS.AMOUNT, SumRise::amount),
            subject(
                    AI_USAGE_TELEMETRY_POINTS.MEASURE,
                    subject -> subject.measure().slug()),
            subject(
                    AI_USAGE_TELEMETRY_POINTS.KIND,
                    subject -> subject.measure().kind().slug()),
            subject(AI_USAGE_TELEMETRY_POINTS.DETAIL, subject ->
                    (short) subject.detail().rank()),
            subject(
                    AI_USAGE_TELEMETRY_POINTS.SESSION_HASH,
                    subject -> subject.session().isPresent() ? subject.session().value() : null),
            subject(
                    AI_USAGE_TELEMETRY_POINTS.MODEL,
                    subject -> subject.labels().model().text()),
            subject(
                    AI_USAGE_TELEMETRY_POINTS.PROJECT,
                    subject -> subject.labels().project().text()),
            subject(
                    AI_USAGE_TELEMETRY_POINTS.LANGUAGE,
                    subject -> subject.labels().language().text()));

    static final List<Column<KeptSum, ?>> ALL =
            Stream.concat(KEY.stream(), CHANGING.stream()).toList();

    private SumRows() {}

    static List<Field<?>> fields() {
        return ALL.stream().<Field<?>>map(Column::field).toList();
    }

    static KeptSum read(Record row) {
        var sum = new SumIdentity(
                new SeriesKey(row.get(AI_USAGE_TELEMETRY_POINTS.SERIES_HASH)),
                row.get(AI_USAGE_TELEMETRY_POINTS.STARTED_AT));
        var rise = new SumRise(
                row.get(AI_USAGE_TELEMETRY_POINTS.QUARTER_HOUR),
                row.get(AI_USAGE_TELEMETRY_POINTS.HIGHEST),
                row.get(AI_USAGE_TELEMETRY_POINTS.AMOUNT),
                subject(row));
        return new KeptSum(row.get(AI_USAGE_TELEMETRY_POINTS.INTEGRATION_ID), sum, rise);
    }

    private static SumSubject subject(Record row) {
        var session = row.get(AI_USAGE_TELEMETRY_POINTS.SESSION_HASH);
        return new SumSubject(
                SumMeasure.of(row.get(AI_USAGE_TELEMETRY_POINTS.MEASURE)),
                SumDetail.ofRank(row.get(AI_USAGE_TELEMETRY_POINTS.DETAIL)),
                new EventLabels(
                        new Label(row.get(AI_USAGE_TELEMETRY_POINTS.MODEL)),
                        new Label(row.get(AI_USAGE_TELEMETRY_POINTS.PROJECT)),
                        new Label(row.get(AI_USAGE_TELEMETRY_POINTS.LANGUAGE))),
                session == null ? SessionKey.NONE : new SessionKey(session));
    }

    private static <T> Column<KeptSum, T> column(Field<T> field, Function<SumRise, @Nullable T> value) {
        return new Column<>(field, kept -> value.apply(kept.rise()));
    }

    private static <T> Column<KeptSum, T> subject(Field<T> field, Function<SumSubject, @Nullable T> value) {
        return new Column<>(field, kept -> value.apply(kept.rise().subject()));
    }
}
