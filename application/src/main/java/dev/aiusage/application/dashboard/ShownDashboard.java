package dev.aiusage.application.dashboard;

import dev.aiusage.domain.dashboard.Dashboard;
import java.util.List;

/** A dashboard and what its reader should know about it. */
public record ShownDashboard(Dashboard dashboard, List<DashboardWarning> warnings) {

    public ShownDashboard {
        warnings = List.copyOf(warnings);
    }
}
