package dev.aiusage.domain.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.usage.Law;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

final class DashboardLawsTest {

    @Test
    void total_interactions_are_the_sum_of_the_heatmap_and_of_the_tools() {
        Law.holds(random -> {
            var dashboard = Dashboard.of(RandomUsage.ofUser(random), tool -> true);

            assertThat(dashboard.totalInteractions())
                    .isEqualTo(dashboard.heatmap(HeatmapMeasure.REQUESTS).total())
                    .isEqualTo(sum(
                            dashboard, measures -> measures.requests().count().orElse(0)));
        });
    }

    @Test
    void every_heatmap_is_the_sum_of_the_tools_in_its_measure() {
        Law.holds(random -> {
            var dashboard = Dashboard.of(RandomUsage.ofUser(random), tool -> true);

            for (var measure : HeatmapMeasure.values()) {
                assertThat(dashboard.heatmap(measure).total()).isEqualTo(sum(dashboard, measure::in));
                assertThat(dashboard.heatmap(measure).days())
                        .hasSize(dashboard.range().days());
            }
        });
    }

    @Test
    void the_tools_shown_one_by_one_make_the_whole() {
        Law.holds(random -> {
            var usage = RandomUsage.ofUser(random);
            var whole = Dashboard.of(usage, tool -> true);

            var total = 0L;
            var activeDates = new HashSet<>();
            for (var tool : whole.tools()) {
                var alone = Dashboard.of(usage, tool.tool()::equals);
                total += alone.totalInteractions();
                alone.tools().get(0).days().stream()
                        .filter(day -> day.measures().isActivity())
                        .map(UsageDay::date)
                        .forEach(activeDates::add);
            }

            assertThat(whole.totalInteractions()).isEqualTo(total);
            assertThat(whole.activeDays()).isEqualTo(activeDates.size());
        });
    }

    @Test
    void a_top_tool_is_there_just_when_a_day_was_active() {
        Law.holds(random -> {
            var dashboard = Dashboard.of(RandomUsage.ofUser(random), tool -> true);

            assertThat(dashboard.topTool().isPresent()).isEqualTo(dashboard.activeDays() > 0);
        });
    }

    @Test
    void showing_the_same_usage_twice_gives_the_same_picture() {
        Law.holds(random -> {
            var usage = RandomUsage.ofUser(random);

            assertThat(days(Dashboard.of(usage, tool -> true))).isEqualTo(days(Dashboard.of(usage, tool -> true)));
        });
    }

    private static List<List<UsageDay>> days(Dashboard dashboard) {
        return dashboard.tools().stream().map(ToolUsage::days).toList();
    }

    private static long sum(Dashboard dashboard, ToLongFunction<Measures> figure) {
        return dashboard.tools().stream()
                .mapToLong(tool -> figure.applyAsLong(tool.totals()))
                .sum();
    }
}
