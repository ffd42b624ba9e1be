package dev.aiusage.application.dashboard;

import dev.aiusage.application.RequestRejected;

/** Shows a user's usage: totals, tools, days, models, projects. The heatmap is a view of it. */
public interface ShowDashboard {

    /**
     * The user's usage up to today.
     *
     * @throws RequestRejected.InvalidField for a tool that nobody knows: neither by name nor from the user's integrations
     */
    ShownDashboard show(DashboardQuery query);
}
