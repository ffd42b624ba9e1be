package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumDetail;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.SeriesKey;
import dev.aiusage.domain.usage.SessionKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sums that the points of metrics are: of a series for each measure and for all that tells points of a metric apart. */
final class PointSums {

    private PointSums() {}

    static List<SumPoint> of(MetricDialect dialect, Point point) throws BadPart {
        var tool = dialect.tool(point.sender());
        var sums = new ArrayList<SumPoint>();
        for (var amount : dialect.amounts(point).entrySet()) {
            sums.add(sum(dialect, tool, point, amount));
        }
        return sums;
    }

    private static SumPoint sum(MetricDialect dialect, Tool tool, Point point, Map.Entry<SumMeasure, BigDecimal> amount)
            throws BadPart {
        var measure = amount.getKey();
        var session = dialect.session(point);
        return new SumPoint(
                series(tool, point, measure),
                point.startedAt(),
                point.at(),
                Heights.of(measure, amount.getValue()),
                measure,
                SumDetail.RUNNING,
                dialect.labels(point),
                session.isEmpty() ? SessionKey.NONE : SessionKey.of(tool, session));
    }

    private static SeriesKey series(Tool tool, Point point, SumMeasure measure) {
        var identity = new ArrayList<>(point.sender().identity());
        identity.add(point.metric());
        identity.add(measure.slug());
        identity.addAll(point.attributes().identity());
        return SeriesKey.of(tool, identity.toArray(String[]::new));
    }
}
