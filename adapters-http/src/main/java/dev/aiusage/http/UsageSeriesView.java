package dev.aiusage.http;

import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.series.UsageSeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

record UsageSeriesView(
        RangeView range, String interval, @Nullable String groupBy, List<SeriesView> series) {

    static UsageSeriesView of(UsageSeries shown, PointDetail detail) {
        var grouping = shown.grouping();
        return new UsageSeriesView(
                RangeView.of(shown.range(), shown.zone()),
                shown.interval().slug(),
                grouping == Grouping.NONE ? null : grouping.slug(),
                shown.series().stream()
                        .map(series -> SeriesView.of(series, grouping, detail))
                        .toList());
    }
}
