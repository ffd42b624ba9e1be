package dev.aiusage.domain.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.RandomUsage;
import dev.aiusage.domain.dashboard.ToolUsage;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Law;
import dev.aiusage.domain.usage.Measures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SeriesLawsTest {

    private static final List<Function<Measures, Count>> FIGURES = List.of(
            measures -> measures.requests().count(),
            measures -> measures.tokens().total(),
            measures -> measures.lines().added(),
            measures -> measures.lines().removed(),
            measures -> measures.decisions().suggestions(),
            measures -> measures.decisions().acceptances(),
            measures -> measures.decisions().rejections(),
            Measures::sessions,
            measures -> measures.cost().nanoDollars());

    @Test
    void the_one_series_and_the_tools_add_up_to_the_dashboard_in_every_interval() {
        Law.holds(random -> {
            var dashboard = dashboard(random);
            var whole = dashboard.tools().stream().map(ToolUsage::totals).reduce(Measures.NONE, Measures::plus);

            for (var interval : Interval.values()) {
                for (var grouping : List.of(Grouping.NONE, Grouping.TOOL)) {
                    assertThat(total(UsageSeries.of(dashboard, interval, grouping)))
                            .isEqualTo(whole);
                }
            }
        });
    }

    @Test
    void every_tool_is_a_series_with_the_totals_and_the_rate_of_the_dashboard() {
        Law.holds(random -> {
            var dashboard = dashboard(random);

            var series = UsageSeries.of(dashboard, Interval.DAY, Grouping.TOOL);

            assertThat(figures(series))
                    .isEqualTo(dashboard.tools().stream()
                            .filter(tool -> !tool.days().isEmpty())
                            .collect(Collectors.toMap(
                                    tool -> tool.tool().slug(),
                                    tool -> List.of(tool.totals(), tool.acceptanceRate()))));
        });
    }

    @Test
    void the_intervals_show_the_same_usage() {
        Law.holds(random -> {
            var dashboard = dashboard(random);

            for (var grouping : Grouping.values()) {
                var days = UsageSeries.of(dashboard, Interval.DAY, grouping);
                for (var interval : List.of(Interval.WEEK, Interval.MONTH)) {
                    assertThat(totals(UsageSeries.of(dashboard, interval, grouping)))
                            .isEqualTo(totals(days));
                }
            }
        });
    }

    @Test
    void labels_and_the_rest_of_each_day_and_tool_make_its_figure_or_more_where_the_labels_are_more() {
        Law.holds(random -> {
            var dashboard = dashboard(random);

            var sum = total(UsageSeries.of(dashboard, Interval.DAY, Grouping.MODEL));

            for (var figure : FIGURES) {
                assertThat(figure.apply(sum).orElse(0)).isEqualTo(expected(dashboard, figure));
            }
        });
    }

    @Test
    void every_series_has_every_period_once_and_in_order() {
        Law.holds(random -> {
            var dashboard = dashboard(random);

            for (var grouping : Grouping.values()) {
                for (var one :
                        UsageSeries.of(dashboard, Interval.WEEK, grouping).series()) {
                    assertThat(one.points().map(SeriesPoint::period).flatMap(DateRange::stream))
                            .containsExactlyElementsOf(
                                    dashboard.range().stream().toList());
                }
            }
        });
    }

    private static Map<String, List<Object>> figures(UsageSeries series) {
        return series.series().stream()
                .collect(Collectors.toMap(one -> one.name().text(), one -> List.of(one.total(), rate(one))));
    }

    private static Optional<AcceptanceRate> rate(Series series) {
        return AcceptanceRate.over(
                series.points().flatMap(point -> point.rated().stream()).toList());
    }

    private static long expected(Dashboard dashboard, Function<Measures, Count> figure) {
        return dashboard.tools().stream()
                .flatMap(tool -> tool.days().stream())
                .mapToLong(day -> {
                    var labelled = day.breakdowns(Dimension.MODEL)
                            .map(Breakdown::measures)
                            .mapToLong(part -> figure.apply(part).orElse(0))
                            .sum();
                    return Math.max(labelled, figure.apply(day.measures()).orElse(0));
                })
                .sum();
    }

    private static Measures total(UsageSeries series) {
        return totals(series).stream().reduce(Measures.NONE, Measures::plus);
    }

    private static List<Measures> totals(UsageSeries series) {
        return series.series().stream().map(Series::total).toList();
    }

    private static Dashboard dashboard(Random random) {
        return Dashboard.of(RandomUsage.ofUser(random), tool -> true);
    }
}
