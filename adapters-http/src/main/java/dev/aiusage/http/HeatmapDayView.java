package dev.aiusage.http;

import dev.aiusage.domain.dashboard.Heatmap;
import dev.aiusage.domain.dashboard.HeatmapMeasure;
import dev.aiusage.domain.usage.Cost;
import java.time.LocalDate;
import java.util.List;

record HeatmapDayView(LocalDate date, Number count, int level) {

    static List<HeatmapDayView> of(Heatmap heatmap) {
        return heatmap.days().stream()
                .map(day -> new HeatmapDayView(day.date(), count(heatmap.measure(), day.count()), day.level()))
                .toList();
    }

    private static Number count(HeatmapMeasure measure, long count) {
        return switch (measure) {
            case REQUESTS, TOKENS -> count;
            case COST -> Cost.toDollars(count);
        };
    }
}
