package dev.aiusage.application.dashboard;

import dev.aiusage.application.RequestRejected;

/** Shows a user's usage of any days, as a {@link ShowDashboard dashboard} shows the last ones. */
public interface ShowUsage {

    /**
     * The user's usage of these days.
     *
     * @throws RequestRejected.InvalidField for days that can't be asked for, and for a tool that nobody knows
     */
    ShownDashboard show(UsageQuery query);
}
