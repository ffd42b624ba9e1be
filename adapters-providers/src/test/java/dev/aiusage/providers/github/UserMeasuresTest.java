package dev.aiusage.providers.github;

import static dev.aiusage.providers.github.GithubServer.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserMeasuresTest {

    private static final String IN_THE_EDITOR = """
            {"day":"2026-11-23","user_id":1,"user_login":"Alice","organization_id":"100",
             "user_initiated_interaction_count":20,"code_generation_activity_count":95,"code_acceptance_activity_count":41,
             "loc_suggested_to_add_sum":70,"loc_suggested_to_delete_sum":2,"loc_added_sum":300,"loc_deleted_sum":45,
             "used_agent":true,"used_chat":null,"ai_credits_used":12.5,"ai_adoption_phase":{"phase_number":2},
             "totals_by_feature":[
               {"feature":"code_completion","user_initiated_interaction_count":0,"code_generation_activity_count":60,
                "code_acceptance_activity_count":40,"loc_added_sum":90,"loc_deleted_sum":0},
               {"feature":"agent_edit","user_initiated_interaction_count":20,"code_generation_activity_count":35,
                "code_acceptance_activity_count":1,"loc_added_sum":210,"loc_deleted_sum":45}],
             "totals_by_model_feature":[
               {"model":"gpt-5.4","feature":"code_completion","user_initiated_interaction_count":0,
                "code_generation_activity_count":60,"code_acceptance_activity_count":40,"loc_added_sum":90,"loc_deleted_sum":0},
               {"model":"gpt-5.4","feature":"agent_edit","user_initiated_interaction_count":12,
                "code_generation_activity_count":30,"code_acceptance_activity_count":1,"loc_added_sum":200,"loc_deleted_sum":40},
               {"model":"claude-4.5-sonnet","feature":"agent_edit","user_initiated_interaction_count":7,
                "code_generation_activity_count":4,"code_acceptance_activity_count":0,"loc_added_sum":10,"loc_deleted_sum":5}],
             "totals_by_language_feature":[
               {"language":"java","feature":"code_completion","code_generation_activity_count":60,
                "code_acceptance_activity_count":40,"loc_added_sum":90,"loc_deleted_sum":0},
               {"language":"java","feature":"agent_edit","code_generation_activity_count":35,
                "code_acceptance_activity_count":1,"loc_added_sum":210,"loc_deleted_sum":45}],
             "totals_by_3rd_party_agent":[{"agent_id":"x","user_initiated_interaction_count":9}]}
            """;

    private static final String IN_THE_CLI = """
            {"day":"2026-11-23","user_id":2,"user_login":"bob",
             "user_initiated_interaction_count":24,"code_generation_activity_count":25,"code_acceptance_activity_count":24,
             "loc_added_sum":435,"loc_deleted_sum":29,
             "totals_by_feature":[{"feature":"copilot_cli","user_initiated_interaction_count":24}],
             "totals_by_cli":{"session_count":2,"request_count":9,"prompt_count":26,
               "token_usage":{"prompt_tokens_sum":3800,"output_tokens_sum":5000,"avg_tokens_per_request":4400.0}},
             "totals_by_copilot_app":{"session_count":1,"request_count":3,"prompt_count":2,
               "token_usage":{"prompt_tokens_sum":200,"output_tokens_sum":100}}}
            """;

    private final GithubServer github = new GithubServer();

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void a_day_in_the_editor_has_no_tokens_and_no_sessions() {
        assertThat(measures(IN_THE_EDITOR))
                .isEqualTo(new Measures(
                        promptsAndAcceptances(61),
                        TokenCount.UNKNOWN,
                        LinesChanged.of(300, 45),
                        decisions(60, 40),
                        Count.UNKNOWN,
                        Cost.ofDollars(new BigDecimal("0.125"), CostBasis.VENDOR_ESTIMATE)));
    }

    @Test
    void a_day_in_the_cli_and_the_app_has_tokens_and_sessions() {
        assertThat(measures(IN_THE_CLI))
                .isEqualTo(new Measures(
                        promptsAndAcceptances(48),
                        TokenCount.ofKinds(Count.of(4000), Count.of(5100), Count.UNKNOWN, Count.UNKNOWN),
                        LinesChanged.of(435, 29),
                        decisions(0, 0),
                        Count.of(3),
                        Cost.UNKNOWN));
    }

    @Test
    void prompts_in_the_cli_count_where_it_is_no_feature_yet() {
        assertThat(measures(IN_THE_CLI.replace("copilot_cli", "chat_inline")).requests())
                .isEqualTo(promptsAndAcceptances(24 + 24 + 26));
        assertThat(measures("{\"totals_by_cli\":{\"prompt_count\":47}}").requests())
                .isEqualTo(promptsAndAcceptances(47));
    }

    @Test
    void without_features_all_generations_are_suggestions() {
        var row =
                "{\"code_generation_activity_count\":9,\"code_acceptance_activity_count\":4,\"totals_by_feature\":[]}";

        assertThat(measures(row).decisions()).isEqualTo(decisions(9, 4));
    }

    @Test
    void what_a_row_does_not_tell_is_unknown() {
        assertThat(measures("{\"user_login\":\"carol\",\"totals_by_cli\":null}"))
                .isEqualTo(Measures.NONE);
    }

    @Test
    void credits_alone_are_cost_and_no_activity() {
        var measures = measures("""
                {"user_login":"carol","user_initiated_interaction_count":0,"code_generation_activity_count":0,
                 "code_acceptance_activity_count":0,"loc_added_sum":0,"loc_deleted_sum":0,"ai_credits_used":0.4210}
                """);

        assertThat(measures.isActivity()).isFalse();
        assertThat(measures.cost()).isEqualTo(Cost.ofNanoDollars(4_210_000, CostBasis.VENDOR_ESTIMATE));
    }

    @Test
    void models_have_what_is_told_of_them() {
        var models = parts(fetch("", IN_THE_EDITOR), Dimension.MODEL);

        assertThat(models).hasSize(2);
        assertThat(models.get(0).measures())
                .isEqualTo(Measures.NONE.withRequests(promptsAndAcceptances(7)).withLines(LinesChanged.of(10, 5)));
        assertThat(models.get(1).label().text()).isEqualTo("gpt-5.4");
        assertThat(models.get(1).measures())
                .isEqualTo(Measures.NONE
                        .withRequests(promptsAndAcceptances(53))
                        .withLines(LinesChanged.of(290, 40))
                        .withDecisions(decisions(60, 40)));
    }

    @Test
    void languages_have_lines_and_of_their_requests_the_acceptances() {
        var languages = parts(fetch("", IN_THE_EDITOR), Dimension.LANGUAGE);

        assertThat(languages).hasSize(1);
        assertThat(languages.get(0).label().text()).isEqualTo("java");
        assertThat(languages.get(0).measures())
                .isEqualTo(Measures.NONE
                        .withRequests(promptsAndAcceptances(41))
                        .withLines(LinesChanged.of(300, 45))
                        .withDecisions(decisions(60, 40)));
    }

    @Test
    void members_have_all_of_their_rows() {
        var day = fetch("", IN_THE_EDITOR, IN_THE_CLI, "{\"user_id\":3,\"user_initiated_interaction_count\":1}");
        var members = parts(day, Dimension.MEMBER);

        assertThat(members).extracting(part -> part.label().text()).containsExactly("3", "Alice", "bob");
        assertThat(members.stream().map(part -> part.measures()).reduce(Measures.NONE, Measures::plus))
                .isEqualTo(day.measures());
    }

    @Test
    void an_account_is_one_login_in_any_case_and_has_no_members() {
        var day = fetch("alice", IN_THE_EDITOR, IN_THE_CLI, "{\"user_initiated_interaction_count\":1}");

        assertThat(day.measures()).isEqualTo(measures(IN_THE_EDITOR));
        assertThat(parts(day, Dimension.MEMBER)).isEmpty();
        assertThat(parts(day, Dimension.MODEL)).hasSize(2);
    }

    private Measures measures(String row) {
        return fetch("", row).measures();
    }

    private UsageDay fetch(String account, String... rows) {
        github.day(YESTERDAY, String.join("\n", rows));
        var days = github.open(new Scope("acme", account)).fetch(new DateRange(YESTERDAY, YESTERDAY));
        assertThat(days).hasSize(1);
        return days.get(0);
    }

    private static List<Breakdown> parts(UsageDay day, Dimension dimension) {
        return day.breakdowns(dimension).toList();
    }

    private static RequestCount promptsAndAcceptances(long count) {
        return RequestCount.of(count, RequestBasis.PROMPTS_AND_ACCEPTANCES);
    }

    private static Decisions decisions(long suggestions, long acceptances) {
        return new Decisions(Count.of(suggestions), Count.of(acceptances), Count.UNKNOWN);
    }
}
