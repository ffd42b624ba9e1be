package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.dashboard.DashboardQuery;
import dev.aiusage.application.dashboard.ToolFilter;
import dev.aiusage.domain.dashboard.HeatmapMeasure;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.Zones;
import dev.aiusage.domain.user.UserId;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** What a client asks about usage, read from the parameters. */
final class UsageQuestions {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,1000}");

    private final ZoneId defaultZone;

    UsageQuestions(ZoneId defaultZone) {
        this.defaultZone = defaultZone;
    }

    DashboardQuery query(UserId user, QueryParameters parameters) {
        var days = parameters.one("days").map(UsageQuestions::days).orElse(DashboardQuery.DEFAULT_DAYS);
        return new DashboardQuery(user, days, tools(parameters), zone(parameters));
    }

    ToolFilter tools(QueryParameters parameters) {
        return parameters.one("tool").map(UsageQuestions::tool).orElse(ToolFilter.ALL);
    }

    ZoneId zone(QueryParameters parameters) {
        return parameters.one("timezone").map(UsageQuestions::zone).orElse(defaultZone);
    }

    HeatmapMeasure measure(QueryParameters parameters) {
        return parameters
                .one("measure")
                .map(text -> HeatmapMeasure.named(text)
                        .orElseThrow(() ->
                                new RequestRejected.InvalidField("measure", "must be one of requests, tokens, cost")))
                .orElse(HeatmapMeasure.REQUESTS);
    }

    private static int days(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new RequestRejected.Malformed("days", "must be a whole number");
        }
        var days = new BigInteger(text);
        if (days.bitLength() >= Integer.SIZE) {
            throw new RequestRejected.InvalidField("days", "must lie between 1 and " + DashboardQuery.MAX_DAYS);
        }
        return days.intValueExact();
    }

    private static ZoneId zone(String name) {
        return Zones.named(name)
                .orElseThrow(() -> new RequestRejected.InvalidField(
                        "timezone", "must be UTC or the name of a region in the tz database, like Europe/Berlin"));
    }

    private static ToolFilter tool(String text) {
        if (!Tool.isSlug(text)) {
            throw new RequestRejected.InvalidField(
                    "tool", "must be a tool's slug: 2 to 50 small letters, digits and underscores, a letter first");
        }
        return ToolFilter.only(Tool.named(text));
    }
}
