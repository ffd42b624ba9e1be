package dev.aiusage.persistence;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumDetail;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SeriesKey;
import dev.aiusage.domain.usage.SessionKey;
import java.time.Instant;

/** Builds points of sums for tests: {@code Points.sum(OUTPUT, "s").at("2026-11-24T10:00:00Z").height(7)}. */
public final class Points {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final SumPoint point;

    private Points(SumPoint point) {
        this.point = point;
    }

    /** A running sum of a session that began days ago. */
    public static Points sum(SumMeasure measure, String session) {
        return new Points(new SumPoint(
                SeriesKey.of(Tool.CLAUDE_CODE, measure.slug(), session),
                START,
                Storage.NOON,
                1,
                measure,
                SumDetail.RUNNING,
                EventLabels.NONE,
                SessionKey.of(Tool.CLAUDE_CODE, session)));
    }

    public static Points sumOfNoSession(SumMeasure measure) {
        var some = sum(measure, "").point;
        return new Points(new SumPoint(
                some.series(),
                some.startedAt(),
                some.at(),
                some.height(),
                measure,
                some.detail(),
                some.labels(),
                SessionKey.NONE));
    }

    public Points began(String instant) {
        return began(Instant.parse(instant));
    }

    public Points began(Instant instant) {
        return with(instant, point.at(), point.height());
    }

    public Points at(String instant) {
        return at(Instant.parse(instant));
    }

    public Points at(Instant instant) {
        return with(point.startedAt(), instant, point.height());
    }

    public Points height(long height) {
        return with(point.startedAt(), point.at(), height);
    }

    public Points model(String model) {
        var series = SeriesKey.of(Tool.CLAUDE_CODE, point.series().value().toString(), model);
        var labels = new EventLabels(new Label(model), Label.NONE, Label.NONE);
        return new Points(new SumPoint(
                series,
                point.startedAt(),
                point.at(),
                point.height(),
                point.measure(),
                point.detail(),
                labels,
                point.session()));
    }

    public Points ofSingleRequests() {
        var series = SeriesKey.of(Tool.CLAUDE_CODE, point.series().value().toString(), "single");
        return new Points(new SumPoint(
                series,
                point.startedAt(),
                point.at(),
                point.height(),
                point.measure(),
                SumDetail.SINGLE_REQUEST,
                point.labels(),
                point.session()));
    }

    public SumPoint build() {
        return point;
    }

    private Points with(Instant startedAt, Instant at, long height) {
        return new Points(new SumPoint(
                point.series(),
                startedAt,
                at,
                height,
                point.measure(),
                point.detail(),
                point.labels(),
                point.session()));
    }
}
