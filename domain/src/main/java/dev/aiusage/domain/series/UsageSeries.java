package dev.aiusage.domain.series;

import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.usage.Label;
import java.time.ZoneId;
import java.util.List;

/**
 * A user's usage over a range of days, by periods and in one or several series: by requests, then tokens, the most first; then
 * by name.
 *
 * <p>By tool, or as one series, they add up to the {@link Dashboard}. By label, each day's breakdown is that of the source that
 * the day's figure came from, and what remains of the day stands in a series without a name, if there is anything. It is never
 * below 0: where a vendor's parts are more than its whole (models at GitHub are), the labels show more than the dashboard.
 */
public record UsageSeries(DateRange range, ZoneId zone, Interval interval, Grouping grouping, List<Series> series) {

    public UsageSeries {
        series = List.copyOf(series);
    }

    /** Without a grouping there is always one series; with one, those that have anything on any day. */
    public static UsageSeries of(Dashboard dashboard, Interval interval, Grouping grouping) {
        var sum = new SeriesSum(interval.periods(dashboard.range()));
        if (grouping == Grouping.NONE) {
            sum.begin(Label.NONE);
        }
        for (var tool : dashboard.tools()) {
            for (var day : tool.sourcedDays()) {
                grouping.parts(tool.tool(), day)
                        .forEach(part -> sum.add(day.day().date(), part));
            }
        }
        var series = sum.toList().stream()
                .filter(one -> grouping == Grouping.NONE
                        || one.name().isPresent()
                        || one.total().isSomething())
                .toList();
        return new UsageSeries(dashboard.range(), dashboard.zone(), interval, grouping, series);
    }

    /** How many points the series have together. */
    public long size() {
        return (long) series.size() * interval.periods(range).size();
    }
}
