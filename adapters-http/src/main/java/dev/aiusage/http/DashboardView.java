package dev.aiusage.http;

import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.domain.dashboard.HeatmapMeasure;
import java.util.List;
import org.jspecify.annotations.Nullable;

record DashboardView(
        long totalInteractions,
        int activeDays,
        @Nullable TopToolView topTool,
        StreaksView streaks,
        List<ToolView> tools,
        List<HeatmapDayView> heatmapData,
        RangeView range,
        List<WarningView> warnings) {

    static DashboardView of(ShownDashboard shown) {
        var dashboard = shown.dashboard();
        return new DashboardView(
                dashboard.totalInteractions(),
                dashboard.activeDays(),
                dashboard.topTool().map(TopToolView::of).orElse(null),
                StreaksView.of(dashboard.streaks()),
                dashboard.tools().stream().map(ToolView::of).toList(),
                HeatmapDayView.of(dashboard.heatmap(HeatmapMeasure.REQUESTS)),
                RangeView.of(dashboard),
                shown.warnings().stream().map(WarningView::of).toList());
    }
}
