package dev.aiusage.http;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.series.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a chart. A tool has, as everywhere, a name to be shown and a slug. */
interface SeriesView {

    record Named(@Nullable String name, List<SeriesPointView> points) implements SeriesView {}

    record OfTool(String name, String toolName, List<SeriesPointView> points) implements SeriesView {}

    static SeriesView of(Series series, Grouping grouping, PointDetail detail) {
        var points =
                series.points().map(point -> SeriesPointView.of(point, detail)).toList();
        if (grouping == Grouping.TOOL) {
            var tool = new Tool(series.name().text());
            return new OfTool(tool.displayName(), tool.slug(), points);
        }
        return new Named(series.name().isPresent() ? series.name().text() : null, points);
    }
}
