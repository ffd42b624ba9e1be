package dev.aiusage.domain.dashboard;

import static dev.aiusage.domain.dashboard.IntegrationUsages.inZone;
import static dev.aiusage.domain.integration.IntegrationMethod.API;
import static dev.aiusage.domain.integration.IntegrationMethod.CSV;
import static dev.aiusage.domain.integration.IntegrationMethod.LOGS;
import static dev.aiusage.domain.integration.IntegrationMethod.MANUAL;
import static dev.aiusage.domain.integration.IntegrationMethod.SCREENSHOT;
import static dev.aiusage.domain.integration.IntegrationMethod.TELEMETRY;
import static dev.aiusage.domain.usage.CostBasis.BILLED;
import static dev.aiusage.domain.usage.CostBasis.LIST_PRICE;
import static dev.aiusage.domain.usage.RequestBasis.AS_GIVEN;
import static dev.aiusage.domain.usage.RequestBasis.PROMPTS_AND_ACCEPTANCES;
import static dev.aiusage.domain.usage.RequestBasis.SESSIONS_AND_EDITS;
import static dev.aiusage.domain.usage.UsageDays.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Law;
import dev.aiusage.domain.usage.MeasureGroup;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.Provenance;
import dev.aiusage.domain.usage.Source;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageDays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules 2 to 4 of the same work seen twice; that shared events are one (rule 1) is the events' own. */
final class SourceMergeTest {

    private static final Scope ACME = new Scope("acme", "");
    private static final Scope ADA_AT_ACME = new Scope("acme", "ada");

    @Nested
    class Precedence {

        @Test
        void two_sources_of_the_same_day_are_never_added() {
            assertThat(merged(held(API, today().tokens(100)), held(MANUAL, today().tokens(90))))
                    .isEqualTo(today().tokens(100).measures());
        }

        @Test
        void the_order_is_api_events_csv_screenshot_manual() {
            var ordered = List.of(
                    held(API, today().tokens(1)),
                    held(LOGS, today().tokens(2)),
                    held(CSV, today().tokens(3)),
                    held(SCREENSHOT, today().tokens(4)),
                    held(MANUAL, today().tokens(5)));

            for (var first = 0; first < ordered.size(); first++) {
                var rest = new ArrayList<>(ordered.subList(first, ordered.size()));
                Collections.reverse(rest);
                assertThat(merged(rest.toArray(IntegrationUsage[]::new)))
                        .isEqualTo(today().tokens(first + 1).measures());
            }
        }

        @Test
        void each_group_comes_from_the_first_source_that_knows_it() {
            var api = held(API, today().cost("2.5", BILLED).decided(8, 2));
            var logs = held(
                    LOGS,
                    today().requests(40).tokens(1000, 200).cost("3", LIST_PRICE).sessions(4));
            var manual = held(MANUAL, today().lines(70, 7).sessions(9));

            assertThat(merged(api, logs, manual))
                    .isEqualTo(today().requests(40)
                            .tokens(1000, 200)
                            .lines(70, 7)
                            .decided(8, 2)
                            .sessions(4)
                            .cost("2.5", BILLED)
                            .measures());
        }

        @Test
        void a_group_comes_whole_even_where_another_source_knows_more_of_it() {
            assertThat(merged(held(API, today().tokens(50)), held(LOGS, today().tokens(40, 20))))
                    .isEqualTo(today().tokens(50).measures());
            assertThat(merged(held(API, today().suggested(10, 4)), held(LOGS, today().decided(3, 1))))
                    .isEqualTo(today().suggested(10, 4).measures());
        }

        @Test
        void a_source_that_counts_real_requests_goes_before_a_proxy_of_more_trust() {
            var api = held(API, today().requests(12, SESSIONS_AND_EDITS).tokens(900));
            var logs = held(LOGS, today().requests(40).tokens(800));

            assertThat(merged(api, logs))
                    .isEqualTo(today().requests(40).tokens(900).measures());
        }

        @Test
        void of_two_proxies_the_one_of_more_trust_counts() {
            var api = held(API, today().requests(12, PROMPTS_AND_ACCEPTANCES));
            var manual = held(MANUAL, today().requests(99, AS_GIVEN));

            assertThat(merged(api, manual))
                    .isEqualTo(today().requests(12, PROMPTS_AND_ACCEPTANCES).measures());
        }

        @Test
        void a_known_zero_is_knowledge_and_an_unknown_is_passed_over() {
            assertThat(merged(held(API, today().tokens(0)), held(LOGS, today().tokens(5))))
                    .isEqualTo(today().tokens(0).measures());
            assertThat(merged(held(API, today().requests(1)), held(LOGS, today().tokens(5))))
                    .isEqualTo(today().requests(1).tokens(5).measures());
        }

        @Test
        void every_day_chooses_for_itself() {
            var api = held(API, day("2026-11-23").tokens(10));
            var logs =
                    held(LOGS, day("2026-11-23").tokens(11), day("2026-11-24").tokens(12));

            assertThat(days(api, logs))
                    .containsExactly(
                            day("2026-11-23").tokens(10).toUsageDay(),
                            day("2026-11-24").tokens(12).toUsageDay());
        }

        @Test
        void a_breakdown_follows_the_source_of_its_group() {
            var api = held(API, today().cost("5", BILLED).model("opus", part -> part.cost("5", BILLED)));
            var logs = held(
                    LOGS,
                    today().requests(3)
                            .cost("4")
                            .model("opus", part -> part.requests(2).cost("3"))
                            .model("haiku", part -> part.requests(1).cost("1"))
                            .project("shop", part -> part.requests(3).cost("4")));

            assertThat(days(api, logs))
                    .singleElement()
                    .extracting(UsageDay::breakdowns)
                    .isEqualTo(List.of(
                            breakdown(Dimension.MODEL, "haiku", today().requests(1)),
                            breakdown(
                                    Dimension.MODEL, "opus", today().requests(2).cost("5", BILLED)),
                            breakdown(Dimension.PROJECT, "shop", today().requests(3))));
        }

        @Test
        void a_breakdown_of_which_no_group_was_chosen_is_left_out() {
            var api = held(API, today().tokens(9));
            var manual = held(MANUAL, today().tokens(8).model("opus", part -> part.tokens(8)));

            assertThat(days(api, manual))
                    .singleElement()
                    .extracting(UsageDay::breakdowns)
                    .isEqualTo(List.of());
        }

        private Breakdown breakdown(Dimension dimension, String label, UsageDays figures) {
            return new Breakdown(dimension, Label.of(label), figures.measures());
        }
    }

    @Nested
    class WhoseWork {

        @Test
        void different_organizations_are_different_work_and_add_up() {
            var acme = held(API, ACME, today().tokens(10).model("opus", part -> part.tokens(10)));
            var other = held(API, new Scope("other", ""), today().tokens(5).model("opus", part -> part.tokens(5)));

            assertThat(days(acme, other))
                    .containsExactly(today().tokens(15)
                            .model("opus", part -> part.tokens(15))
                            .toUsageDay());
        }

        @Test
        void different_accounts_of_an_organization_add_up() {
            assertThat(merged(
                            held(API, ADA_AT_ACME, today().tokens(10)),
                            held(API, new Scope("acme", "bob"), today().tokens(5))))
                    .isEqualTo(today().tokens(15).measures());
        }

        @Test
        void an_account_inside_an_organization_that_is_there_as_a_whole_is_left_out() {
            assertThat(merged(held(API, ADA_AT_ACME, today().tokens(10)), held(API, ACME, today().tokens(30))))
                    .isEqualTo(today().tokens(30).measures());
        }

        @Test
        void an_account_of_another_organization_is_not_left_out() {
            assertThat(merged(
                            held(API, new Scope("other", "ada"), today().tokens(10)),
                            held(API, ACME, today().tokens(30))))
                    .isEqualTo(today().tokens(40).measures());
        }

        @Test
        void where_the_whole_organization_has_no_such_day_the_account_counts() {
            var account = held(
                    API,
                    ADA_AT_ACME,
                    day("2026-11-23").tokens(10),
                    day("2026-11-24").tokens(10));
            var whole = held(API, ACME, day("2026-11-24").tokens(30));

            assertThat(days(account, whole))
                    .containsExactly(
                            day("2026-11-23").tokens(10).toUsageDay(),
                            day("2026-11-24").tokens(30).toUsageDay());
        }

        @Test
        void logs_and_telemetry_are_one_source_and_add_up_as_no_event_is_in_both() {
            assertThat(merged(held(LOGS, today().requests(3)), held(TELEMETRY, today().requests(2))))
                    .isEqualTo(today().requests(5).measures());
        }
    }

    @Nested
    class Zones {

        private final IntegrationUsage logs = inZone(
                held(LOGS, day("2026-11-23").requests(5)), day("2026-11-24").requests(5));

        @Test
        void days_are_zoned_if_all_that_contribute_have_instants() {
            var merge = new SourceMerge(List.of(logs, held(TELEMETRY)));

            assertThat(merge.basis()).isEqualTo(DayBasis.ZONED);
            assertThat(days(merge))
                    .containsExactly(day("2026-11-24").requests(5).toUsageDay());
        }

        @Test
        void one_contribution_without_instants_makes_all_days_utc() {
            var merge =
                    new SourceMerge(List.of(logs, held(CSV, day("2026-11-01").requests(1))));

            assertThat(merge.basis()).isEqualTo(DayBasis.UTC);
            assertThat(days(merge))
                    .containsExactly(
                            day("2026-11-01").requests(1).toUsageDay(),
                            day("2026-11-23").requests(5).toUsageDay());
        }

        @Test
        void an_integration_without_data_changes_no_zone() {
            assertThat(new SourceMerge(List.of(logs, held(API))).basis()).isEqualTo(DayBasis.ZONED);
        }

        @Test
        void without_any_data_the_zone_is_kept_by_what_would_bring_it() {
            assertThat(new SourceMerge(List.of(held(LOGS))).basis()).isEqualTo(DayBasis.ZONED);
            assertThat(new SourceMerge(List.of(held(LOGS), held(API))).basis()).isEqualTo(DayBasis.UTC);
        }
    }

    @Test
    void every_label_of_a_large_breakdown_is_merged() {
        var ofApi = today().tokens(1);
        var ofCsv = today().requests(1);
        IntStream.range(0, 2_000).forEach(index -> {
            ofApi.project("project " + index, part -> part.tokens(1));
            ofCsv.project("project " + index, part -> part.requests(1));
        });

        assertThat(days(held(API, ofApi), held(CSV, ofCsv)).get(0).breakdowns())
                .hasSize(2_000)
                .allMatch(project ->
                        project.measures().equals(today().requests(1).tokens(1).measures()));
    }

    @Nested
    class Laws {

        @Test
        void the_order_of_integrations_does_not_matter() {
            Law.holds(random -> {
                var integrations = RandomUsage.ofOneTool(random);
                var shuffled = new ArrayList<>(integrations);
                Collections.shuffle(shuffled, random);

                assertThat(measures(shuffled)).isEqualTo(measures(integrations));
            });
        }

        @Test
        void what_is_merged_once_stays_when_merged_again() {
            Law.holds(random -> {
                var days = days(new SourceMerge(RandomUsage.ofOneTool(random)));

                var again = IntegrationUsages.of(Tool.CLAUDE_CODE, API, Scope.EVERYTHING, days);

                assertThat(days(again)).isEqualTo(days);
                assertThat(days)
                        .extracting(UsageDay::date)
                        .doesNotHaveDuplicates()
                        .isSorted();
            });
        }

        private List<Measures> measures(List<IntegrationUsage> integrations) {
            return days(new SourceMerge(integrations)).stream()
                    .map(UsageDay::measures)
                    .toList();
        }
    }

    @Nested
    class WhoseWordItIs {

        @Test
        void each_group_names_the_source_that_it_came_from_and_an_unknown_one_none() {
            var told = provenance(
                    held(MANUAL, today().requests(1, AS_GIVEN).lines(5, 5)),
                    held(API, today().requests(9, SESSIONS_AND_EDITS).cost("2", BILLED)),
                    held(LOGS, today().requests(3).tokens(7).cost("1", LIST_PRICE)));

            assertThat(told.sources(MeasureGroup.REQUESTS)).containsExactly(Source.EVENTS);
            assertThat(told.sources(MeasureGroup.TOKENS)).containsExactly(Source.EVENTS);
            assertThat(told.sources(MeasureGroup.COST)).containsExactly(Source.API);
            assertThat(told.sources(MeasureGroup.LINES)).containsExactly(Source.MANUAL);
            assertThat(told.sources(MeasureGroup.DECISIONS)).isEmpty();
            assertThat(told.sources(MeasureGroup.SESSIONS)).isEmpty();
        }

        @Test
        void what_one_source_alone_knows_is_its_word() {
            var told = provenance(held(CSV, today().sessions(0)));

            assertThat(told.sources(MeasureGroup.SESSIONS)).containsExactly(Source.CSV);
            assertThat(told.sources(MeasureGroup.REQUESTS)).isEmpty();
        }

        @Test
        void the_sources_of_several_days_stand_in_the_order_of_trust() {
            var sum = provenance(held(MANUAL, today().tokens(1))).plus(provenance(held(API, today().tokens(1))));

            assertThat(sum.sources(MeasureGroup.TOKENS)).containsExactly(Source.API, Source.MANUAL);
            assertThat(sum.plus(sum)).isEqualTo(sum).hasSameHashCodeAs(sum);
            assertThat(sum)
                    .hasToString("[requests=[], tokens=[API, MANUAL], lines=[], decisions=[], sessions=[], cost=[]]");
        }
    }

    @Nested
    class AStatedRate {

        @Test
        void is_one_of_the_decisions_of_its_day() {
            var stated = List.of(
                    held(API, today().tokens(1)), held(MANUAL, today().tokens(2).statedRate(0.8)));

            var merged = days(new SourceMerge(stated)).get(0);

            assertThat(merged.statedRate()).hasValue(new AcceptanceRate(0.8));
            assertThat(provenance(stated.toArray(IntegrationUsage[]::new)).sources(MeasureGroup.DECISIONS))
                    .containsExactly(Source.MANUAL);
        }

        @Test
        void gives_way_to_counts_of_a_source_of_more_trust() {
            var counted = held(API, today().decided(1, 1));

            var merged = days(counted, held(MANUAL, today().statedRate(0.8))).get(0);

            assertThat(merged.statedRate()).isEmpty();
            assertThat(merged.measures().decisions())
                    .isEqualTo(today().decided(1, 1).measures().decisions());
        }

        @Test
        void keeps_counts_of_less_trust_away() {
            var merged = days(held(SCREENSHOT, today().statedRate(0.8)), held(MANUAL, today().tokens(2)))
                    .get(0);

            assertThat(merged.statedRate()).hasValue(new AcceptanceRate(0.8));
        }
    }

    private static UsageDays today() {
        return day("2026-11-24");
    }

    private static IntegrationUsage held(IntegrationMethod method, UsageDays... days) {
        return IntegrationUsages.held(Tool.CLAUDE_CODE, method, days);
    }

    private static IntegrationUsage held(IntegrationMethod method, Scope scope, UsageDays... days) {
        return IntegrationUsages.held(Tool.CLAUDE_CODE, method, scope, days);
    }

    private static List<UsageDay> days(IntegrationUsage... integrations) {
        return days(new SourceMerge(List.of(integrations)));
    }

    private static List<UsageDay> days(SourceMerge merge) {
        return merge.sourcedDays().stream().map(SourcedDay::day).toList();
    }

    private static Provenance provenance(IntegrationUsage... integrations) {
        var days = new SourceMerge(List.of(integrations)).sourcedDays();
        assertThat(days).hasSize(1);
        return days.get(0).provenance();
    }

    private static Measures merged(IntegrationUsage... integrations) {
        var days = days(integrations);
        assertThat(days).hasSize(1);
        return days.get(0).measures();
    }
}
