package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.dashboard.DashboardQuery;
import dev.aiusage.application.dashboard.DashboardWarning;
import dev.aiusage.application.dashboard.ShowDashboard;
import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Shows what it was given, on 24 November 2026, and remembers the questions. */
final class FakeDashboard implements ShowDashboard {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    final List<DashboardQuery> queries = new ArrayList<>();
    final List<IntegrationUsage> usage = new ArrayList<>();
    final List<DashboardWarning> warnings = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public ShownDashboard show(DashboardQuery query) {
        queries.add(query);
        meanwhile.run();
        if (query.tools().test(new Tool("nobody_knows")) && !query.tools().test(Tool.CLAUDE_CODE)) {
            throw new RequestRejected.InvalidField("tool", "no tool is called nobody_knows");
        }
        var range = DateRange.lastDays(query.days(), TODAY);
        return new ShownDashboard(Dashboard.of(new UserUsage(range, query.zone(), usage), query.tools()), warnings);
    }

    void reset() {
        queries.clear();
        usage.clear();
        warnings.clear();
        meanwhile = () -> {};
    }
}
