package dev.aiusage.http;

import dev.aiusage.domain.dashboard.ToolUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ToolView(
        String toolName,
        String name,
        long totalRequests,
        @Nullable Long totalTokens,
        TokensView tokens,
        long activeDays,
        @Nullable Long linesOfCode,
        @Nullable Long linesRemoved,
        @Nullable BigDecimal acceptanceRate,
        @Nullable Long sessions,
        @Nullable BigDecimal costUsd,
        @Nullable String costBasis,
        @Nullable Instant lastSyncedAt,
        @Nullable String requestBasis,
        String dayBasis,
        List<DayView> dailyBreakdown,
        List<ShareView> topProjects,
        List<ShareView> models) {

    static ToolView of(ToolUsage usage) {
        var totals = usage.totals();
        return new ToolView(
                usage.tool().slug(),
                usage.tool().displayName(),
                totals.requests().count().orElse(0),
                totals.tokens().total().orNull(),
                TokensView.of(totals.tokens()),
                usage.activeDays(),
                totals.lines().added().orNull(),
                totals.lines().removed().orNull(),
                usage.acceptanceRate()
                        .map(rate -> BigDecimal.valueOf(rate.value()))
                        .orElse(null),
                totals.sessions().orNull(),
                totals.cost().dollars().orElse(null),
                BasisName.of(totals.cost().basis()),
                usage.lastSyncedAt().orElse(null),
                BasisName.of(totals.requests().basis()),
                usage.basis().slug(),
                usage.days().stream().map(DayView::of).toList(),
                usage.topProjects().stream().map(ShareView::of).toList(),
                usage.models().stream().map(ShareView::of).toList());
    }
}
