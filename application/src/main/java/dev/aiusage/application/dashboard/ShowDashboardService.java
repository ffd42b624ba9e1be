package dev.aiusage.application.dashboard;

import dev.aiusage.application.usage.RepriceUsage;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.time.DateRange;
import java.time.Clock;
import java.time.LocalDate;

/** Reads what the user has for the last days and lets the domain make the picture. */
public final class ShowDashboardService implements ShowDashboard {

    private final UsageReading reading;
    private final Caveats caveats;
    private final Clock clock;

    public ShowDashboardService(UsageMetrics metrics, RepriceUsage pricing, Caveats caveats, Clock clock) {
        this.reading = new UsageReading(metrics, pricing);
        this.caveats = caveats;
        this.clock = clock;
    }

    @Override
    public ShownDashboard show(DashboardQuery query) {
        var today = LocalDate.ofInstant(clock.instant(), query.zone());
        var range = DateRange.lastDays(query.days(), today);
        var dashboard = reading.read(query.user(), range, query.tools(), query.zone());
        return ShownDashboard.of(dashboard, caveats);
    }
}
