package dev.aiusage.application.dashboard;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.user.UserId;
import java.time.ZoneId;

/** Whose usage to show, for how many days up to today in which zone, and of which tools. */
public record DashboardQuery(UserId user, int days, ToolFilter tools, ZoneId zone) {

    public static final int DEFAULT_DAYS = 90;
    public static final int MAX_DAYS = 366;

    /**
     * Checks the days.
     *
     * @throws RequestRejected.InvalidField for days outside 1 to 366
     */
    public DashboardQuery {
        if (days < 1 || days > MAX_DAYS) {
            throw new RequestRejected.InvalidField("days", "must lie between 1 and " + MAX_DAYS + ", not " + days);
        }
    }
}
