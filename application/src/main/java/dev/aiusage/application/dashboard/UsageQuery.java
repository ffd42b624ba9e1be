package dev.aiusage.application.dashboard;

import dev.aiusage.domain.user.UserId;
import java.time.ZoneId;

/** Whose usage to show, of which days in which zone, and of which tools. */
public record UsageQuery(UserId user, AskedRange range, ToolFilter tools, ZoneId zone) {}
