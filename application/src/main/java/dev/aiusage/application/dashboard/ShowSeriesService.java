package dev.aiusage.application.dashboard;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.usage.RepriceUsage;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.series.UsageSeries;
import java.time.Clock;
import java.time.LocalDate;

/** Reads what a dashboard would show of the days and lets the domain cut it up. */
public final class ShowSeriesService implements ShowSeries {

    private final UsageReading reading;
    private final Clock clock;

    public ShowSeriesService(UsageMetrics metrics, RepriceUsage pricing, Clock clock) {
        this.reading = new UsageReading(metrics, pricing);
        this.clock = clock;
    }

    @Override
    public UsageSeries show(SeriesQuery query) {
        var range = query.range().on(LocalDate.ofInstant(clock.instant(), query.zone()));
        var dashboard = reading.read(query.user(), range, query.tools(), query.zone());
        var series = UsageSeries.of(dashboard, query.interval(), query.grouping());
        if (series.size() > MAX_POINTS) {
            throw new RequestRejected.InvalidField(
                    "interval",
                    "would make " + series.size() + " points, more than " + MAX_POINTS
                            + "; take a longer one, or fewer days");
        }
        return series;
    }
}
