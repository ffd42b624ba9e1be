package dev.aiusage.domain.dashboard;

import static dev.aiusage.domain.dashboard.IntegrationUsages.held;
import static dev.aiusage.domain.dashboard.IntegrationUsages.syncedAt;
import static dev.aiusage.domain.integration.IntegrationMethod.API;
import static dev.aiusage.domain.integration.IntegrationMethod.LOGS;
import static dev.aiusage.domain.integration.IntegrationMethod.MANUAL;
import static dev.aiusage.domain.integration.Tool.CLAUDE_CODE;
import static dev.aiusage.domain.integration.Tool.CODEX;
import static dev.aiusage.domain.integration.Tool.CURSOR;
import static dev.aiusage.domain.integration.Tool.GITHUB_COPILOT;
import static dev.aiusage.domain.usage.UsageDays.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DashboardTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void without_integrations_there_is_nothing_and_still_a_heatmap() {
        var dashboard = dashboard();

        assertThat(dashboard.tools()).isEmpty();
        assertThat(dashboard.topTool()).isEmpty();
        assertThat(dashboard.totalInteractions()).isZero();
        assertThat(dashboard.activeDays()).isZero();
        assertThat(dashboard.heatmap(HeatmapMeasure.REQUESTS).days()).hasSize(90);
    }

    @Test
    void a_tool_with_an_integration_is_listed_also_without_usage() {
        var dashboard = dashboard(held(CURSOR, API));

        assertThat(dashboard.tools()).extracting(ToolUsage::tool).containsExactly(CURSOR);
        assertThat(dashboard.topTool()).isEmpty();
    }

    @Test
    void tools_are_ordered_by_requests_then_tokens_then_name() {
        var dashboard = dashboard(
                held(new Tool("zeta"), MANUAL, today().requests(5).tokens(1)),
                held(CURSOR, API, today().requests(5).tokens(9)),
                held(CLAUDE_CODE, API, today().requests(7)),
                held(CODEX, API, today().requests(5).tokens(1)),
                held(GITHUB_COPILOT, API));

        assertThat(dashboard.tools())
                .extracting(tool -> tool.tool().slug())
                .containsExactly("claude_code", "cursor", "codex", "zeta", "github_copilot");
    }

    @Test
    void the_top_tool_has_the_most_requests_and_ties_go_to_more_tokens_then_to_the_name() {
        assertThat(top(
                        held(CURSOR, API, today().requests(3)),
                        held(CODEX, API, today().requests(2).tokens(99))))
                .isEqualTo(CURSOR);
        assertThat(top(
                        held(CODEX, API, today().requests(3)),
                        held(CURSOR, API, today().requests(3).tokens(1))))
                .isEqualTo(CURSOR);
        assertThat(top(held(CURSOR, API, today().requests(3)), held(CODEX, API, today().requests(3))))
                .isEqualTo(CODEX);
    }

    @Test
    void the_top_tool_is_one_that_was_used_even_if_it_knows_no_requests() {
        assertThat(top(held(CLAUDE_CODE, API), held(CURSOR, API, today().lines(10, 0))))
                .isEqualTo(CURSOR);
    }

    @Test
    void cost_alone_makes_no_active_day_and_no_top_tool() {
        var dashboard = dashboard(held(CURSOR, API, today().cost("20")));

        assertThat(dashboard.activeDays()).isZero();
        assertThat(dashboard.topTool()).isEmpty();
        assertThat(dashboard.tools().get(0).days()).hasSize(1);
    }

    @Test
    void a_day_on_which_two_tools_were_used_is_one_active_day() {
        var dashboard = dashboard(
                held(CLAUDE_CODE, API, day("2026-11-23").requests(1), today().requests(1)),
                held(CURSOR, API, day("2026-11-22").lines(1, 0), today().tokens(1)));

        assertThat(dashboard.activeDays()).isEqualTo(3);
        assertThat(dashboard.tools()).extracting(ToolUsage::activeDays).containsExactly(2L, 2L);
        assertThat(dashboard.streaks()).isEqualTo(new Streaks(3, 3));
    }

    @Test
    void what_a_tool_does_not_know_stays_unknown_and_reads_zero_only_in_the_total() {
        var dashboard = dashboard(held(CURSOR, API, today().lines(3, 1)));

        var totals = dashboard.tools().get(0).totals();
        assertThat(totals.requests().count()).isEqualTo(Count.UNKNOWN);
        assertThat(totals.tokens().total()).isEqualTo(Count.UNKNOWN);
        assertThat(totals.cost().dollars()).isEmpty();
        assertThat(dashboard.tools().get(0).acceptanceRate()).isEmpty();
        assertThat(dashboard.totalInteractions()).isZero();
    }

    @Test
    void a_range_with_days_of_different_bases_is_mixed() {
        var dashboard = dashboard(held(
                CURSOR, API, day("2026-11-23").requests(3, RequestBasis.PROMPTS_AND_ACCEPTANCES), today().requests(4)));

        assertThat(dashboard.tools().get(0).totals().requests().basis()).isEqualTo(RequestBasis.MIXED);
    }

    @Test
    void the_acceptance_rate_is_that_of_the_sums() {
        var dashboard = dashboard(held(CURSOR, API, day("2026-11-23").decided(1, 0), today().decided(1, 8)));

        assertThat(dashboard.tools().get(0).acceptanceRate()).contains(new AcceptanceRate(0.2));
    }

    @Test
    void days_outside_the_range_take_no_part() {
        var dashboard = dashboard(held(
                CURSOR,
                API,
                day("2026-08-26").requests(1),
                day("2026-08-27").requests(2),
                today().requests(3),
                day("2026-11-25").requests(4)));

        assertThat(dashboard.totalInteractions()).isEqualTo(5);
        assertThat(dashboard.tools().get(0).days())
                .extracting(UsageDay::date)
                .containsExactly(LocalDate.parse("2026-08-27"), TODAY);
    }

    @Test
    void only_the_asked_tool_is_shown() {
        var usage = usage(held(CURSOR, API, today().requests(1)), held(CODEX, LOGS, today().requests(2)));

        var dashboard = Dashboard.of(usage, CODEX::equals);

        assertThat(dashboard.tools()).extracting(ToolUsage::tool).containsExactly(CODEX);
        assertThat(dashboard.totalInteractions()).isEqualTo(2);
    }

    @Test
    void a_tool_was_last_synced_when_the_latest_of_its_integrations_was() {
        var dashboard = dashboard(
                syncedAt(held(CURSOR, API), "2026-11-23T10:00:00Z"),
                syncedAt(held(CURSOR, MANUAL), "2026-11-24T10:00:00Z"),
                held(CURSOR, LOGS));

        assertThat(dashboard.tools().get(0).lastSyncedAt()).contains(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(dashboard(held(CURSOR, API)).tools().get(0).lastSyncedAt()).isEmpty();
    }

    @Test
    void the_top_ten_projects_stand_by_requests_then_tokens_then_name() {
        var today = today().requests(100);
        IntStream.rangeClosed(1, 12).forEach(i -> today.project("project " + i, part -> part.requests(i)));
        today.project("busy", part -> part.requests(12).tokens(5)).project("a", part -> part.requests(12));

        var projects = dashboard(held(CURSOR, API, today)).tools().get(0).topProjects();

        assertThat(names(projects))
                .containsExactly(
                        "busy",
                        "a",
                        "project 12",
                        "project 11",
                        "project 10",
                        "project 9",
                        "project 8",
                        "project 7",
                        "project 6",
                        "project 5");
    }

    @Test
    void models_are_all_there_and_added_up_over_the_days() {
        var yesterday = day("2026-11-23").model("opus", part -> part.requests(1));
        var today = today().model("opus", part -> part.requests(2));
        IntStream.rangeClosed(1, 12).forEach(i -> today.model("model " + i, part -> part.requests(1)));

        var models =
                dashboard(held(CURSOR, API, yesterday, today)).tools().get(0).models();

        assertThat(models).hasSize(13);
        assertThat(models.get(0).label()).isEqualTo(Label.of("opus"));
        assertThat(models.get(0).measures().requests().count()).isEqualTo(Count.of(3));
    }

    @Test
    void models_without_a_price_are_named_with_the_requests_that_have_no_cost() {
        var dashboard = dashboard(held(
                CLAUDE_CODE,
                LOGS,
                day("2026-11-23")
                        .model("new", part -> part.requests(3).tokens(30))
                        .model("opus", part -> part.requests(1).cost("1")),
                today().model("new", part -> part.requests(4).tokens(40))
                        .model("free", part -> part.requests(1).cost("0")),
                day("2026-11-22")
                        .model("new", part -> part.requests(2).cost("1"))
                        .model("idle", part -> part.requests(0))));

        assertThat(dashboard.unpricedModels()).containsExactly(new UnpricedModel(CLAUDE_CODE, Label.of("new"), 7));
    }

    @Test
    void a_model_whose_cost_its_vendor_tells_otherwise_or_that_has_no_tokens_is_missing_no_price() {
        var dashboard = dashboard(
                held(
                        CURSOR,
                        API,
                        day("2026-11-23")
                                .cost("5", CostBasis.BILLED)
                                .model("gpt", part -> part.requests(3).tokens(30)),
                        today().cost("5", CostBasis.VENDOR_ESTIMATE)
                                .model("gpt", part -> part.requests(3).tokens(30))),
                held(CODEX, API, today().model("gpt", part -> part.requests(3))));

        assertThat(dashboard.unpricedModels()).isEmpty();
    }

    @Test
    void the_heatmap_shows_the_asked_measure_of_all_tools() {
        var dashboard = dashboard(
                held(CURSOR, API, today().requests(1).tokens(10).cost("0.5")), held(CODEX, API, today().requests(2)));

        assertThat(last(dashboard.heatmap(HeatmapMeasure.REQUESTS))).isEqualTo(3);
        assertThat(last(dashboard.heatmap(HeatmapMeasure.TOKENS))).isEqualTo(10);
        assertThat(last(dashboard.heatmap(HeatmapMeasure.COST))).isEqualTo(500_000_000);
        assertThat(HeatmapMeasure.named("tokens")).contains(HeatmapMeasure.TOKENS);
        assertThat(HeatmapMeasure.named("TOKENS")).isEmpty();
    }

    private static long last(Heatmap heatmap) {
        return heatmap.days().get(heatmap.days().size() - 1).count();
    }

    private static List<String> names(List<Breakdown> breakdowns) {
        return breakdowns.stream().map(breakdown -> breakdown.label().text()).toList();
    }

    private static UsageDays today() {
        return day(TODAY);
    }

    private static Tool top(IntegrationUsage... integrations) {
        return dashboard(integrations).topTool().orElseThrow().tool();
    }

    private static Dashboard dashboard(IntegrationUsage... integrations) {
        return Dashboard.of(usage(integrations), tool -> true);
    }

    private static UserUsage usage(IntegrationUsage... integrations) {
        return new UserUsage(DateRange.lastDays(90, TODAY), ZoneOffset.UTC, List.of(integrations));
    }
}
