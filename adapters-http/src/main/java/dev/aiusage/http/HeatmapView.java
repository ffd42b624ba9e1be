package dev.aiusage.http;

import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.HeatmapMeasure;
import java.util.List;

record HeatmapView(RangeView range, List<HeatmapDayView> heatmapData) {

    static HeatmapView of(Dashboard dashboard, HeatmapMeasure measure) {
        return new HeatmapView(RangeView.of(dashboard), HeatmapDayView.of(dashboard.heatmap(measure)));
    }
}
