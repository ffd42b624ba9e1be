package dev.aiusage.domain.series;

import static dev.aiusage.domain.dashboard.IntegrationUsages.held;
import static dev.aiusage.domain.integration.IntegrationMethod.API;
import static dev.aiusage.domain.integration.IntegrationMethod.LOGS;
import static dev.aiusage.domain.integration.IntegrationMethod.MANUAL;
import static dev.aiusage.domain.integration.Tool.CLAUDE_CODE;
import static dev.aiusage.domain.integration.Tool.CURSOR;
import static dev.aiusage.domain.integration.Tool.GITHUB_COPILOT;
import static dev.aiusage.domain.usage.UsageDays.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.MeasureGroup;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.Provenance;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.Source;
import dev.aiusage.domain.usage.UsageDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class UsageSeriesTest {

    private static final DateRange RANGE = new DateRange(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-24"));

    @Test
    void without_usage_there_is_one_series_of_unknowns_and_by_label_none() {
        var total = series(Interval.DAY, Grouping.NONE);

        assertThat(names(total)).containsExactly("");
        assertThat(total.series().get(0).points())
                .hasSize(5)
                .allMatch(point -> point.measures().equals(Measures.NONE));
        assertThat(series(Interval.DAY, Grouping.TOOL, held(CURSOR, API)).series())
                .isEmpty();
        assertThat(series(Interval.DAY, Grouping.MODEL, held(CURSOR, API)).series())
                .isEmpty();
    }

    @Test
    void every_period_of_the_range_is_there_in_order() {
        var weeks = series(Interval.WEEK, Grouping.NONE, held(CURSOR, API, today().requests(3)));

        assertThat(weeks.size()).isEqualTo(2);
        assertThat(points(weeks, ""))
                .extracting(SeriesPoint::period, SeriesPoint::measures)
                .containsExactly(
                        tuple(range("2026-11-20", "2026-11-22"), Measures.NONE),
                        tuple(
                                range("2026-11-23", "2026-11-24"),
                                today().requests(3).measures()));
    }

    @Test
    void a_period_sums_what_is_known_of_all_its_days_and_tools() {
        var sum = series(
                Interval.MONTH,
                Grouping.NONE,
                held(CURSOR, API, day("2026-11-20").requests(1).cost("0.1", CostBasis.BILLED), today().tokens(7)),
                held(
                        CLAUDE_CODE,
                        LOGS,
                        today().requests(2, RequestBasis.AS_GIVEN).cost("0.2")));

        assertThat(points(sum, ""))
                .singleElement()
                .extracting(SeriesPoint::measures)
                .isEqualTo(today().requests(3, RequestBasis.MIXED)
                        .tokens(7)
                        .cost("0.3", CostBasis.MIXED)
                        .measures());
    }

    @Test
    void tools_are_named_by_their_slugs() {
        var byTool = series(
                Interval.MONTH,
                Grouping.TOOL,
                held(CURSOR, API, today().requests(1)),
                held(CLAUDE_CODE, LOGS, today().requests(2)),
                held(GITHUB_COPILOT, API));

        assertThat(names(byTool)).containsExactly("claude_code", "cursor");
    }

    @Test
    void series_are_ordered_by_requests_then_tokens_then_name() {
        var models = series(
                Interval.DAY,
                Grouping.MODEL,
                held(
                        CURSOR,
                        API,
                        day("2026-11-23").requests(1).model("c", part -> part.requests(1)),
                        today().requests(9)
                                .tokens(30)
                                .model("b", part -> part.requests(1).tokens(5))
                                .model("a", part -> part.requests(1).tokens(5))
                                .model("d", part -> part.requests(1).tokens(9))
                                .model("c", part -> part.requests(1))));

        assertThat(names(models)).containsExactly("", "c", "d", "a", "b");
    }

    @Test
    void a_label_that_several_tools_have_is_one_series() {
        var models = series(
                Interval.DAY,
                Grouping.MODEL,
                held(CURSOR, API, today().requests(1).model("opus", part -> part.requests(1))),
                held(CLAUDE_CODE, LOGS, today().requests(2).model("opus", part -> part.requests(2))));

        assertThat(names(models)).containsExactly("opus");
        assertThat(models.series().get(0).total()).isEqualTo(today().requests(3).measures());
    }

    @Test
    void every_dimension_of_the_days_can_be_asked_for() {
        var usage = held(
                CURSOR,
                API,
                today().requests(1)
                        .model("opus", part -> part.requests(1))
                        .project("shop", part -> part.requests(1))
                        .language("java", part -> part.requests(1))
                        .member("ada", part -> part.requests(1)));

        assertThat(names(series(Interval.DAY, Grouping.MODEL, usage))).containsExactly("opus");
        assertThat(names(series(Interval.DAY, Grouping.PROJECT, usage))).containsExactly("shop");
        assertThat(names(series(Interval.DAY, Grouping.LANGUAGE, usage))).containsExactly("java");
        assertThat(names(series(Interval.DAY, Grouping.MEMBER, usage))).containsExactly("ada");
    }

    @Test
    void a_breakdown_follows_the_source_of_its_group_day_by_day() {
        var api = held(
                CLAUDE_CODE,
                API,
                day("2026-11-23").cost("5", CostBasis.BILLED).model("opus", part -> part.cost("5", CostBasis.BILLED)));
        var logs = held(
                CLAUDE_CODE,
                LOGS,
                day("2026-11-23")
                        .requests(2)
                        .cost("4")
                        .model("opus", part -> part.requests(2).cost("4")),
                today().requests(1)
                        .cost("1")
                        .model("opus", part -> part.requests(1).cost("1")));

        var models = series(Interval.MONTH, Grouping.MODEL, api, logs);

        assertThat(models.series())
                .singleElement()
                .extracting(Series::total)
                .isEqualTo(today().requests(3).cost("6", CostBasis.MIXED).measures());
    }

    @Test
    void groupings_are_found_by_their_names_but_for_none() {
        for (var grouping : Grouping.values()) {
            assertThat(Grouping.named(grouping.slug()).isPresent()).isEqualTo(grouping != Grouping.NONE);
        }
        assertThat(Grouping.named("tools")).isEmpty();
    }

    @Nested
    class Unattributed {

        @Test
        void what_belongs_to_no_label_has_no_name() {
            var projects = series(
                    Interval.DAY,
                    Grouping.PROJECT,
                    held(
                            CLAUDE_CODE,
                            LOGS,
                            today().requests(5)
                                    .lines(8, 2)
                                    .project("shop", part -> part.requests(2).lines(8, 2))),
                    held(CURSOR, API, today().requests(4)));

            assertThat(names(projects)).containsExactly("", "shop");
            assertThat(projects.series().get(0).total())
                    .isEqualTo(today().requests(7).lines(0, 0).measures());
        }

        @Test
        void where_labels_cover_everything_nothing_is_without_a_name() {
            var projects = series(
                    Interval.DAY,
                    Grouping.PROJECT,
                    held(CLAUDE_CODE, LOGS, today().requests(5).project("shop", part -> part.requests(5))));

            assertThat(names(projects)).containsExactly("shop");
        }

        @Test
        void parts_that_are_more_than_a_day_take_nothing_from_another_day() {
            var models = series(
                    Interval.MONTH,
                    Grouping.MODEL,
                    held(
                            GITHUB_COPILOT,
                            API,
                            day("2026-11-23").requests(3).model("gpt", part -> part.requests(5)),
                            today().requests(4).model("gpt", part -> part.requests(1))));

            assertThat(models.series().get(0).total())
                    .isEqualTo(today().requests(6).measures());
            assertThat(models.series().get(1).total())
                    .isEqualTo(today().requests(3).measures());
        }

        @Test
        void the_rest_has_a_rate_only_where_no_label_knows_of_decisions() {
            var languages = series(
                    Interval.MONTH,
                    Grouping.LANGUAGE,
                    held(
                            CURSOR,
                            API,
                            day("2026-11-23").decided(3, 1),
                            today().decided(10, 10).language("java", part -> part.decided(9, 1))));

            assertThat(rate(languages, "")).isEqualTo(0.75);
            assertThat(rate(languages, "java")).isEqualTo(0.9);
            assertThat(languages.series().get(0).total())
                    .isEqualTo(today().decided(4, 10).measures());
        }
    }

    @Test
    void rates_come_from_sums_over_days_and_tools_whatever_each_of_them_counts() {
        var total = series(
                Interval.MONTH,
                Grouping.NONE,
                held(CURSOR, API, today().suggested(100, 10)),
                held(CLAUDE_CODE, LOGS, day("2026-11-20").decided(2, 0), today().decided(0, 98)));

        assertThat(rate(total, "")).isEqualTo(0.06);
    }

    @Nested
    class AStatedRate {

        private final IntegrationUsage manual =
                held(CURSOR, MANUAL, day("2026-11-23").requests(1).statedRate(0.8), today().requests(1));

        @Test
        void is_shown_for_its_day() {
            assertThat(rates(series(Interval.DAY, Grouping.NONE, manual)))
                    .containsExactly(empty(), empty(), empty(), Optional.of(new AcceptanceRate(0.8)), empty());
            assertThat(rates(series(Interval.DAY, Grouping.TOOL, manual)))
                    .contains(Optional.of(new AcceptanceRate(0.8)));
            assertThat(rates(series(Interval.DAY, Grouping.MODEL, manual)))
                    .contains(Optional.of(new AcceptanceRate(0.8)));
        }

        @Test
        void takes_no_part_in_the_rate_of_a_range() {
            var counted = held(CURSOR, API, day("2026-11-22").decided(1, 3));

            assertThat(rates(series(Interval.MONTH, Grouping.NONE, manual))).containsExactly(empty());
            assertThat(rates(series(Interval.MONTH, Grouping.NONE, manual, counted)))
                    .containsExactly(Optional.of(new AcceptanceRate(0.25)));
        }

        @Test
        void is_not_mixed_with_what_another_tool_tells_of_the_day() {
            var counted = held(CLAUDE_CODE, API, day("2026-11-23").decided(1, 3));
            var stated = held(CLAUDE_CODE, MANUAL, day("2026-11-23").statedRate(0.4));

            assertThat(rates(series(Interval.DAY, Grouping.NONE, manual, counted)))
                    .contains(Optional.of(new AcceptanceRate(0.25)));
            assertThat(rates(series(Interval.DAY, Grouping.NONE, manual, stated)))
                    .containsOnly(empty());
        }

        private List<Optional<AcceptanceRate>> rates(UsageSeries series) {
            return series.series()
                    .get(0)
                    .points()
                    .map(SeriesPoint::acceptanceRate)
                    .toList();
        }

        private Optional<AcceptanceRate> empty() {
            return Optional.empty();
        }
    }

    @Nested
    class WhoseWordItIs {

        private final IntegrationUsage api =
                held(CURSOR, API, day("2026-11-23").requests(3).model("opus", part -> part.requests(2)));
        private final IntegrationUsage manual =
                held(CURSOR, MANUAL, day("2026-11-23").requests(9).sessions(1), today().requests(1));

        @Test
        void is_told_for_each_period() {
            var days = points(series(Interval.DAY, Grouping.NONE, api, manual), "");
            var month = points(series(Interval.MONTH, Grouping.NONE, api, manual), "");

            assertThat(days.get(2).provenance()).isEqualTo(Provenance.NONE);
            assertThat(days.get(3).provenance().sources(MeasureGroup.REQUESTS)).containsExactly(Source.API);
            assertThat(days.get(3).provenance().sources(MeasureGroup.SESSIONS)).containsExactly(Source.MANUAL);
            assertThat(days.get(4).provenance().sources(MeasureGroup.REQUESTS)).containsExactly(Source.MANUAL);
            assertThat(month.get(0).provenance().sources(MeasureGroup.REQUESTS))
                    .containsExactly(Source.API, Source.MANUAL);
        }

        @Test
        void is_told_of_a_label_for_what_is_known_of_it_alone() {
            var models = series(Interval.MONTH, Grouping.MODEL, api, manual);

            var opus = points(models, "opus").get(0).provenance();
            var rest = points(models, "").get(0).provenance();

            assertThat(opus.sources(MeasureGroup.REQUESTS)).containsExactly(Source.API);
            assertThat(opus.sources(MeasureGroup.SESSIONS)).isEmpty();
            assertThat(rest.sources(MeasureGroup.SESSIONS)).containsExactly(Source.MANUAL);
        }
    }

    private static double rate(UsageSeries series, String name) {
        return points(series, name)
                .get(0)
                .acceptanceRate()
                .map(AcceptanceRate::value)
                .orElse(-1.0);
    }

    private static List<SeriesPoint> points(UsageSeries series, String name) {
        return series.series().stream()
                .filter(one -> one.name().text().equals(name))
                .flatMap(Series::points)
                .toList();
    }

    private static List<String> names(UsageSeries series) {
        return series.series().stream().map(one -> one.name().text()).toList();
    }

    private static UsageSeries series(Interval interval, Grouping grouping, IntegrationUsage... held) {
        var usage = new UserUsage(RANGE, ZoneOffset.UTC, List.of(held));
        return UsageSeries.of(Dashboard.of(usage, tool -> true), interval, grouping);
    }

    private static UsageDays today() {
        return day("2026-11-24");
    }

    private static DateRange range(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
