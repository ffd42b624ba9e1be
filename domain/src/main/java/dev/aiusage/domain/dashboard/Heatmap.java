package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Every day of a range once, in order, days without usage as 0. */
public record Heatmap(HeatmapMeasure measure, List<HeatmapDay> days) {

    private static final int QUARTILES = 4;

    public Heatmap {
        days = List.copyOf(days);
    }

    /**
     * Level 0 is a count of 0 and nothing else; above it, 1 and one more for each of the quartiles Q1 to Q3 of the days with
     * usage that the count exceeds. A quartile is taken by the nearest rank, so it is one of the counts.
     */
    static Heatmap of(HeatmapMeasure measure, DateRange range, Map<LocalDate, Long> counts) {
        var ascending = range.stream()
                .mapToLong(date -> counts.getOrDefault(date, 0L))
                .filter(count -> count > 0)
                .sorted()
                .toArray();
        var days = range.stream()
                .map(date -> {
                    var count = counts.getOrDefault(date, 0L);
                    return new HeatmapDay(date, count, level(count, ascending));
                })
                .toList();
        return new Heatmap(measure, days);
    }

    public long total() {
        return days.stream().mapToLong(HeatmapDay::count).reduce(0, Math::addExact);
    }

    private static int level(long count, long[] ascending) {
        if (count == 0) {
            return 0;
        }
        var level = 1;
        for (var quartile = 1; quartile < QUARTILES; quartile++) {
            var rank = (ascending.length * quartile + QUARTILES - 1) / QUARTILES;
            if (count > ascending[rank - 1]) {
                level++;
            }
        }
        return level;
    }
}
