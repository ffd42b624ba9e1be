package dev.aiusage.application.dashboard;

import dev.aiusage.domain.dashboard.Dashboard;
import java.util.ArrayList;
import java.util.List;

/** A dashboard and what its reader should know about it. */
public record ShownDashboard(Dashboard dashboard, List<DashboardWarning> warnings) {

    public ShownDashboard {
        warnings = List.copyOf(warnings);
    }

    /** With what the moment and the numbers themselves tell about their gaps. */
    static ShownDashboard of(Dashboard dashboard, Caveats caveats) {
        var warnings = new ArrayList<DashboardWarning>(caveats.now());
        dashboard.unpricedModels().forEach(model -> warnings.add(new DashboardWarning.Unpriced(model)));
        return new ShownDashboard(dashboard, warnings);
    }
}
