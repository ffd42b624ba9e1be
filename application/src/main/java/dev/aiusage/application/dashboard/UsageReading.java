package dev.aiusage.application.dashboard;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.usage.RepriceUsage;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.ZoneId;

/** The one way from stored usage to what is shown, so that no two pictures of the same days differ. */
final class UsageReading {

    private final UsageMetrics metrics;
    private final RepriceUsage pricing;

    UsageReading(UsageMetrics metrics, RepriceUsage pricing) {
        this.metrics = metrics;
        this.pricing = pricing;
    }

    Dashboard read(UserId user, DateRange range, ToolFilter tools, ZoneId zone) {
        pricing.reprice(user);
        var usage = metrics.usage(user, range, zone);
        tools.named().forEach(tool -> requireKnown(tool, usage));
        return Dashboard.of(usage, tools);
    }

    private static void requireKnown(Tool tool, UserUsage usage) {
        var isUsed = usage.integrations().stream()
                .anyMatch(held -> held.integration().tool().equals(tool));
        if (!isUsed && !tool.isKnown()) {
            throw new RequestRejected.InvalidField("tool", "no tool is called " + tool.slug());
        }
    }
}
