package dev.aiusage.application.dashboard;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.usage.RepriceUsage;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what the user has for the last days and lets the domain make the picture. */
public final class ShowDashboardService implements ShowDashboard {

    private final UsageMetrics metrics;
    private final RepriceUsage pricing;
    private final Caveats caveats;
    private final Clock clock;

    public ShowDashboardService(UsageMetrics metrics, RepriceUsage pricing, Caveats caveats, Clock clock) {
        this.metrics = metrics;
        this.pricing = pricing;
        this.caveats = caveats;
        this.clock = clock;
    }

    @Override
    public ShownDashboard show(DashboardQuery query) {
        pricing.reprice(query.user());
        var today = LocalDate.ofInstant(clock.instant(), query.zone());
        var usage = metrics.usage(query.user(), DateRange.lastDays(query.days(), today), query.zone());
        query.tools().named().forEach(tool -> requireKnown(tool, usage));
        var dashboard = Dashboard.of(usage, query.tools());
        return new ShownDashboard(dashboard, warnings(dashboard));
    }

    private static void requireKnown(Tool tool, UserUsage usage) {
        var isUsed = usage.integrations().stream()
                .anyMatch(held -> held.integration().tool().equals(tool));
        if (!isUsed && !tool.isKnown()) {
            throw new RequestRejected.InvalidField("tool", "no tool is called " + tool.slug());
        }
    }

    private List<DashboardWarning> warnings(Dashboard dashboard) {
        var warnings = new ArrayList<DashboardWarning>(caveats.now());
        dashboard.unpricedModels().forEach(model -> warnings.add(new DashboardWarning.Unpriced(model)));
        return warnings;
    }
}
