package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.dashboard.SeriesQuery;
import dev.aiusage.application.dashboard.ShowSeries;
import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.series.UsageSeries;
import dev.aiusage.domain.time.DateRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts up what it was given, from the day that is asked for to 24 November 2026, and remembers the questions. */
final class FakeSeries implements ShowSeries {

    final List<SeriesQuery> queries = new ArrayList<>();
    final List<IntegrationUsage> usage = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public UsageSeries show(SeriesQuery query) {
        queries.add(query);
        meanwhile.run();
        if (query.tools().test(new Tool("nobody_knows")) && !query.tools().test(Tool.CLAUDE_CODE)) {
            throw new RequestRejected.InvalidField("tool", "no tool is called nobody_knows");
        }
        var range = new DateRange(query.range().from().orElse(FakeDashboard.TODAY), FakeDashboard.TODAY);
        var dashboard = Dashboard.of(new UserUsage(range, query.zone(), usage), query.tools());
        return UsageSeries.of(dashboard, query.interval(), query.grouping());
    }

    void reset() {
        queries.clear();
        usage.clear();
        meanwhile = () -> {};
    }
}
