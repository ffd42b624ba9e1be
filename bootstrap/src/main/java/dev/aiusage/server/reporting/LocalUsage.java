package dev.aiusage.server.reporting;

import dev.aiusage.AiUsage;
import dev.aiusage.LogPlaces;
import dev.aiusage.application.dashboard.AskedRange;
import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.application.dashboard.ToolFilter;
import dev.aiusage.application.dashboard.UsageQuery;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.ZoneId;

/** What the logs in some places tell, read into memory and forgotten. */
public record LocalUsage(LogPlaces places, Clock clock) {

    /**
     * Reads all logs, also those that were last written before the asked days: copies of a request lie in several files, and an
     * old one may be the copy that says when it happened.
     */
    public ShownDashboard of(AskedRange range, ToolFilter tools, ZoneId zone) {
        try (var usage =
                AiUsage.builder().inMemory().clock(clock).localLogs(places).build()) {
            usage.scanLocalLogs().scan(UserId.LOCAL);
            return usage.showUsage().show(new UsageQuery(UserId.LOCAL, range, tools, zone));
        }
    }
}
