package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.HeatmapMeasure;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.dashboard.ToolUsage;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoDataTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final DemoData demo = DemoData.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-24", "2026-11-25", "2027-01-01", "2028-02-29", "2028-03-01", "2028-05-20", "2032-12-31"
            })
    void ninety_days_up_to_any_today_show_the_figures_of_the_plan(LocalDate today) {
        var dashboard = dashboard(today);

        assertThat(dashboard.totalInteractions()).isEqualTo(4208);
        assertThat(dashboard.activeDays()).isEqualTo(67);
        assertThat(dashboard.topTool()).map(ToolUsage::tool).contains(Tool.CLAUDE_CODE);
        assertThat(dashboard.heatmap(HeatmapMeasure.REQUESTS).total()).isEqualTo(4208);
        assertThat(claudeCode(dashboard).totals().requests().count()).isEqualTo(Count.of(1842));
        assertThat(claudeCode(dashboard).totals().tokens().total()).isEqualTo(Count.of(1_250_000));
        assertThat(claudeCode(dashboard).activeDays()).isEqualTo(67);
    }

    @Test
    void the_last_day_is_today_and_the_first_ninety_days_earlier() {
        var dates = demo.tools(TODAY).stream()
                .flatMap(tool -> tool.days().stream())
                .map(UsageDay::date)
                .toList();

        assertThat(dates).contains(TODAY, TODAY.minusDays(89));
        assertThat(dates).allMatch(new DateRange(TODAY.minusDays(89), TODAY)::contains);
    }

    @Test
    void there_are_three_tools_and_their_aliases_have_become_slugs() {
        assertThat(demo.tools(TODAY))
                .extracting(DemoTool::tool)
                .containsExactly(Tool.CLAUDE_CODE, Tool.CURSOR, Tool.GITHUB_COPILOT);
    }

    @Test
    void copilot_tells_no_tokens_so_they_are_unknown_and_not_zero() {
        var copilot = usage(dashboard(TODAY), Tool.GITHUB_COPILOT);

        assertThat(copilot.totals().tokens().isKnown()).isFalse();
        assertThat(copilot.acceptanceRate()).isPresent();
    }

    @Test
    void the_models_of_claude_code_make_up_all_its_requests_tokens_and_cost() {
        var claudeCode = claudeCode(dashboard(TODAY));

        var models = claudeCode.models().stream().map(model -> model.measures()).reduce(Measures.NONE, Measures::plus);

        assertThat(models.requests()).isEqualTo(claudeCode.totals().requests());
        assertThat(models.tokens().total())
                .isEqualTo(claudeCode.totals().tokens().total());
        assertThat(models.cost()).isEqualTo(claudeCode.totals().cost());
        assertThat(dashboard(TODAY).unpricedModels()).isEmpty();
    }

    @Test
    void projects_add_up_to_what_the_file_says_and_stay_within_each_day() {
        var claudeCode = claudeCode(dashboard(TODAY));

        assertThat(claudeCode.topProjects())
                .extracting(project -> project.label().text() + " "
                        + project.measures().requests().count() + " "
                        + project.measures().tokens().total())
                .containsExactly(
                        "checkout-service 571 383058",
                        "web-shop 442 284973",
                        "data-pipeline 276 177690",
                        "design-system 184 134123",
                        "infrastructure 129 86792",
                        "onboarding-docs 92 59878");
        assertThat(claudeCode.days()).allSatisfy(day -> {
            var projects = day.breakdowns(Dimension.PROJECT)
                    .mapToLong(project -> project.measures().requests().count().orElse(0))
                    .sum();
            assertThat(projects)
                    .isLessThanOrEqualTo(day.measures().requests().count().orElse(0));
        });
    }

    @Test
    void weekends_are_quiet() {
        var onWeekends = demo.tools(TODAY).stream()
                .flatMap(tool -> tool.days().stream())
                .filter(day -> day.date().getDayOfWeek().getValue() > 5)
                .mapToLong(day -> day.measures().requests().count().orElse(0))
                .sum();

        assertThat(onWeekends).isBetween(1L, 4208L / 20);
    }

    private Dashboard dashboard(LocalDate today) {
        var integrations = demo.tools(today).stream().map(DemoDataTest::held).toList();
        return Dashboard.of(new UserUsage(DateRange.lastDays(90, today), ZoneOffset.UTC, integrations), tool -> true);
    }

    private static IntegrationUsage held(DemoTool tool) {
        var integration = Integration.opened(
                IntegrationId.random(),
                UserId.MOCK,
                tool.tool(),
                IntegrationMethod.API,
                Scope.EVERYTHING,
                Instant.parse("2026-11-24T00:00:00Z"));
        return new IntegrationUsage(integration, tool.days(), List.of());
    }

    private static ToolUsage claudeCode(Dashboard dashboard) {
        return usage(dashboard, Tool.CLAUDE_CODE);
    }

    private static ToolUsage usage(Dashboard dashboard, Tool tool) {
        return dashboard.tools().stream()
                .filter(usage -> usage.tool().equals(tool))
                .findFirst()
                .orElseThrow();
    }
}
