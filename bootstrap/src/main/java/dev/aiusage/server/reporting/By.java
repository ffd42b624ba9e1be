package dev.aiusage.server.reporting;

import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.series.UsageSeries;
import dev.aiusage.domain.time.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the rows of a report are. */
public enum By {
    DAY("day"),
    MODEL("model"),
    PROJECT("project"),
    TOOL("tool");

    private final String slug;

    By(String slug) {
        this.slug = slug;
    }

    public static Optional<By> named(String slug) {
        return Arrays.stream(values()).filter(by -> by.slug.equals(slug)).findFirst();
    }

    String slug() {
        return slug;
    }

    /** What belongs to no model or project has an empty name. */
    List<Named> rows(Dashboard dashboard) {
        return switch (this) {
            case DAY ->
                UsageSum.byDay(dashboard).entrySet().stream()
                        .map(day -> new Named(
                                day.getKey().toString(), day.getValue().measures()))
                        .toList();
            case MODEL -> rows(dashboard, Grouping.MODEL);
            case PROJECT -> rows(dashboard, Grouping.PROJECT);
            case TOOL -> UsageSum.of(dashboard).tools();
        };
    }

    private static List<Named> rows(Dashboard dashboard, Grouping grouping) {
        return UsageSeries.of(dashboard, Interval.MONTH, grouping).series().stream()
                .map(series -> new Named(series.name().text(), series.total()))
                .toList();
    }
}
