package dev.aiusage.application.dashboard;

import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.user.UserId;
import java.time.ZoneId;

/** Whose usage to show, of which days in which zone and which tools, and how to cut it. */
public record SeriesQuery(
        UserId user, AskedRange range, Interval interval, Grouping grouping, ToolFilter tools, ZoneId zone) {}
