package dev.aiusage.http;

import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Usage to show. */
final class Usages {

    private static final Instant SYNCED = Instant.parse("2026-11-24T09:00:00Z");

    private Usages() {}

    /** A tool of which everything is known: two days, one model, one project, less than a cent. */
    static IntegrationUsage fullyKnown() {
        var measures = Measures.NONE
                .withRequests(RequestCount.of(5, RequestBasis.REQUESTS))
                .withTokens(TokenCount.ofKinds(Count.of(10), Count.of(20), Count.of(300), Count.of(4)))
                .withLines(LinesChanged.of(7, 2))
                .withDecisions(new Decisions(Count.UNKNOWN, Count.of(3), Count.of(1)))
                .withSessions(Count.ONE)
                .withCost(Cost.ofNanoDollars(120, CostBasis.LIST_PRICE));
        var days = List.of(day("2026-11-23", measures), day("2026-11-24", measures));
        return new IntegrationUsage(
                integration(Tool.CLAUDE_CODE, IntegrationMethod.LOGS).syncedAt(SYNCED), days, days);
    }

    /** A tool of which only requests are known. */
    static IntegrationUsage hardlyKnown() {
        var measures = Measures.NONE.withRequests(RequestCount.of(3, RequestBasis.AS_GIVEN));
        var day = UsageDay.of(LocalDate.parse("2026-11-24"), measures);
        return new IntegrationUsage(integration(Tool.CURSOR, IntegrationMethod.MANUAL), List.of(day), List.of());
    }

    /** A tool that only cost something. */
    static IntegrationUsage costOnly() {
        var measures = Measures.NONE.withCost(Cost.ofNanoDollars(2_500_000_000L, CostBasis.BILLED));
        var day = UsageDay.of(LocalDate.parse("2026-11-22"), measures);
        return new IntegrationUsage(integration(Tool.OPENAI, IntegrationMethod.CSV), List.of(day), List.of());
    }

    private static UsageDay day(String date, Measures measures) {
        return new UsageDay(
                LocalDate.parse(date),
                measures,
                List.of(
                        new Breakdown(Dimension.MODEL, Label.of("claude-opus-5-5"), measures),
                        new Breakdown(Dimension.PROJECT, Label.of("shop"), measures)));
    }

    private static Integration integration(Tool tool, IntegrationMethod method) {
        return Integration.opened(
                IntegrationId.random(), UserId.LOCAL, tool, method, Scope.EVERYTHING, SYNCED.minusSeconds(60));
    }
}
