package dev.aiusage.application.dashboard;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.series.UsageSeries;

/** Shows a user's usage by periods, whole or by tool, model, project, language or member. */
public interface ShowSeries {

    int MAX_POINTS = 100_000;

    /**
     * The usage of the asked days, or of the last 90.
     *
     * @throws RequestRejected.InvalidField for a range that {@link AskedRange} refuses, for a tool that nobody knows: neither by
     *     name nor from the user's integrations; and for more than {@link #MAX_POINTS} points in all series, which a longer
     *     interval or a shorter range mends
     */
    UsageSeries show(SeriesQuery query);
}
