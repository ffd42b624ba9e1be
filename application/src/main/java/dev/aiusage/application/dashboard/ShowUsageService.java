package dev.aiusage.application.dashboard;

import dev.aiusage.application.usage.RepriceUsage;
import dev.aiusage.application.usage.UsageMetrics;
import java.time.Clock;
import java.time.LocalDate;

/** Reads what the user has for the asked days and lets the domain make the picture. */
public final class ShowUsageService implements ShowUsage {

    private final UsageReading reading;
    private final Caveats caveats;
    private final Clock clock;

    public ShowUsageService(UsageMetrics metrics, RepriceUsage pricing, Caveats caveats, Clock clock) {
        this.reading = new UsageReading(metrics, pricing);
        this.caveats = caveats;
        this.clock = clock;
    }

    @Override
    public ShownDashboard show(UsageQuery query) {
        var range = query.range().on(LocalDate.ofInstant(clock.instant(), query.zone()));
        return ShownDashboard.of(reading.read(query.user(), range, query.tools(), query.zone()), caveats);
    }
}
