package dev.aiusage.embedding;

import dev.aiusage.AiUsage;
import dev.aiusage.application.dashboard.AskedRange;
import dev.aiusage.application.dashboard.DashboardQuery;
import dev.aiusage.application.dashboard.SeriesQuery;
import dev.aiusage.application.dashboard.ToolFilter;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.series.UsageSeries;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Transcript;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What a host application does with the service. */
record Host(AiUsage usage, UserId user) {

    private static final long A_MEGABYTE = 1 << 20;

    ImportReport bring(Transcript transcript) {
        return usage.importUsage()
                .importFile(new ImportRequest(user, ImportFormat.AUTO, transcript.asFile(), A_MEGABYTE));
    }

    Dashboard dashboard() {
        return dashboard(ZoneOffset.UTC);
    }

    Dashboard dashboard(ZoneId zone) {
        var query = new DashboardQuery(user, DashboardQuery.DEFAULT_DAYS, ToolFilter.ALL, zone);
        return usage.showDashboard().show(query).dashboard();
    }

    UsageSeries series(Interval interval, Grouping grouping, ZoneId zone) {
        return usage.showSeries()
                .show(new SeriesQuery(user, AskedRange.OPEN, interval, grouping, ToolFilter.ALL, zone));
    }
}
