package dev.aiusage.providers.anthropic;

import static dev.aiusage.providers.anthropic.FakeAnthropic.CLAUDE_CODE;
import static dev.aiusage.providers.anthropic.FakeAnthropic.day;
import static dev.aiusage.providers.anthropic.FakeAnthropic.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConsoleDaysTest {

    private static final String ANNA = """
            {"date": "2026-11-20T00:00:00Z", "actor": {"type": "user_actor", "email_address": "Anna@example.com"},
             "organization_id": "dc9f6c26", "customer_type": "api", "subscription_type": null,
             "terminal_type": "vscode", "is_remote": false,
             "core_metrics": {"num_sessions": 5, "lines_of_code": {"added": 27, "removed": 306},
                              "commits_by_claude_code": 2, "pull_requests_by_claude_code": 0},
             "tool_actions": {"edit_tool": {"accepted": 7, "rejected": 3},
                              "tool_of_tomorrow": {"accepted": 1, "rejected": 0}},
             "model_breakdown": [
               {"model": "claude-opus-5",
                "tokens": {"input": 1000, "output": 350, "cache_read": 100, "cache_creation": 50},
                "estimated_cost": {"amount": 141, "currency": "USD"}},
               {"model": "claude-haiku-5-5",
                "tokens": {"input": 10, "output": 5, "cache_read": 0, "cache_creation": 0},
                "estimated_cost": {"amount": 0.25, "currency": "USD"}}]}
            """;
    private static final String ANNA_ELSEWHERE = """
            {"date": "2026-11-20T00:00:00Z", "actor": {"type": "user_actor", "email_address": "anna@example.com"},
             "terminal_type": "iTerm.app",
             "core_metrics": {"num_sessions": 1, "lines_of_code": {"added": 3, "removed": 0}},
             "tool_actions": {"write_tool": {"accepted": 2, "rejected": 1}},
             "model_breakdown": [
               {"model": "claude-opus-5",
                "tokens": {"input": 1, "output": 2, "cache_read": 3, "cache_creation": 4},
                "estimated_cost": {"amount": 9, "currency": "USD"}}]}
            """;
    private static final String MACHINE = """
            {"date": "2026-11-20T00:00:00Z", "actor": {"type": "api_actor", "api_key_name": "ci"},
             "terminal_type": "tmux", "core_metrics": {"num_sessions": 2, "lines_of_code": {"added": 1, "removed": 1}},
             "model_breakdown": []}
            """;

    @Test
    void all_rows_of_all_pages_add_up_to_a_day() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answerPages(
                    CLAUDE_CODE,
                    Map.of(
                            "", FakeAnthropic.page(ANNA, "page_2+/="),
                            "page_2+/=", FakeAnthropic.page(ANNA_ELSEWHERE, "page_3"),
                            "page_3", FakeAnthropic.page(MACHINE)));
            anthropic.forgetRequests();

            var fetched = access.fetch(day("2026-11-20"));

            assertThat(anthropic.asked())
                    .containsExactly(
                            "usage_report/claude_code?starting_at=2026-11-20&limit=1000",
                            "usage_report/claude_code?starting_at=2026-11-20&limit=1000&page=page_2+/=",
                            "usage_report/claude_code?starting_at=2026-11-20&limit=1000&page=page_3");
            assertThat(fetched).hasSize(1);
            assertThat(fetched.get(0).date()).isEqualTo("2026-11-20");
            assertThat(fetched.get(0).measures())
                    .isEqualTo(new Measures(
                            RequestCount.of(8 + 14, RequestBasis.SESSIONS_AND_EDITS),
                            tokens(1011, 357, 103, 54),
                            LinesChanged.of(31, 307),
                            new Decisions(Count.UNKNOWN, Count.of(10), Count.of(4)),
                            Count.of(8),
                            dollars("1.5025")));
        }
    }

    @Test
    void members_have_all_that_is_theirs_and_models_their_tokens_and_cost() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answer(CLAUDE_CODE, FakeAnthropic.page(ANNA + "," + ANNA_ELSEWHERE + "," + MACHINE));

            var fetched = access.fetch(day("2026-11-20")).get(0);

            assertThat(parts(fetched, Dimension.MODEL))
                    .isEqualTo(Map.of(
                            "claude-opus-5",
                            Measures.NONE.withTokens(tokens(1001, 352, 103, 54)).withCost(dollars("1.5")),
                            "claude-haiku-5-5",
                            Measures.NONE.withTokens(tokens(10, 5, 0, 0)).withCost(dollars("0.0025"))));
            assertThat(parts(fetched, Dimension.MEMBER))
                    .isEqualTo(Map.of(
                            "anna@example.com",
                            new Measures(
                                    RequestCount.of(6 + 14, RequestBasis.SESSIONS_AND_EDITS),
                                    tokens(1011, 357, 103, 54),
                                    LinesChanged.of(30, 306),
                                    new Decisions(Count.UNKNOWN, Count.of(10), Count.of(4)),
                                    Count.of(6),
                                    dollars("1.5025")),
                            "ci",
                            Measures.NONE
                                    .withRequests(RequestCount.of(2, RequestBasis.SESSIONS_AND_EDITS))
                                    .withLines(LinesChanged.of(1, 1))
                                    .withSessions(Count.of(2))));
        }
    }

    @Test
    void an_account_gets_its_own_rows_and_nobody_elses() {
        try (var anthropic = FakeAnthropic.console()) {
            var anna = anthropic.openClaudeCode("ANNA@example.com");
            anthropic.answer(CLAUDE_CODE, FakeAnthropic.page(ANNA + "," + MACHINE));

            var fetched = anna.fetch(day("2026-11-20")).get(0);

            assertThat(fetched.measures().sessions()).isEqualTo(Count.of(5));
            assertThat(parts(fetched, Dimension.MODEL)).containsOnlyKeys("claude-opus-5", "claude-haiku-5-5");
            assertThat(parts(fetched, Dimension.MEMBER)).isEmpty();
            assertThat(anthropic.openClaudeCode("ben@example.com").fetch(day("2026-11-20")))
                    .isEmpty();
        }
    }

    @Test
    void what_a_row_does_not_tell_is_unknown_and_not_zero() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answer(CLAUDE_CODE, """
                    {"data": [{"date": "2026-11-20T00:00:00Z", "actor": {"type": "user_actor", "email_address": "a@b.c"},
                               "model_breakdown": [{"model": "claude-opus-5", "tokens": {"input": 4}}]}],
                     "has_more": false}""");

            assertThat(access.fetch(day("2026-11-20")).get(0).measures())
                    .isEqualTo(Measures.NONE.withTokens(
                            TokenCount.ofKinds(Count.of(4), Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN)));
        }
    }

    @Test
    void an_empty_day_had_no_usage() {
        try (var anthropic = FakeAnthropic.console()) {
            assertThat(anthropic.openClaudeCode("").fetch(day("2026-11-20"))).isEmpty();
        }
    }

    @Test
    void each_day_until_today_is_a_window_and_the_newest_comes_first() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");

            assertThat(access.windows(days("2026-11-22", "2026-11-30")))
                    .containsExactly(day("2026-11-24"), day("2026-11-23"), day("2026-11-22"));
            assertThat(access.windows(days("2026-11-25", "2026-11-30"))).isEmpty();
            assertThat(access.settles(LocalDate.parse("2026-11-20"))).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        }
    }

    @Test
    void money_of_another_currency_is_not_taken_for_dollars() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answer(CLAUDE_CODE, FakeAnthropic.page(ANNA_ELSEWHERE.replace("USD", "EUR")));

            assertThatThrownBy(() -> access.fetch(day("2026-11-20")))
                    .isInstanceOf(VendorFailure.MalformedAnswer.class)
                    .hasMessageContaining("currency");
        }
    }

    @Test
    void numbers_that_no_sum_can_hold_are_malformed() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            var huge = ANNA_ELSEWHERE.replace("\"num_sessions\": 1", "\"num_sessions\": 5000000000000000000");
            anthropic.answer(CLAUDE_CODE, FakeAnthropic.page(huge + "," + huge));

            assertThatThrownBy(() -> access.fetch(day("2026-11-20"))).isInstanceOf(VendorFailure.MalformedAnswer.class);
        }
    }

    static Map<String, Measures> parts(UsageDay day, Dimension dimension) {
        return day.breakdowns(dimension)
                .collect(Collectors.toMap(part -> part.label().text(), part -> part.measures()));
    }

    static TokenCount tokens(long input, long output, long cacheRead, long cacheCreation) {
        return TokenCount.ofKinds(Count.of(input), Count.of(output), Count.of(cacheRead), Count.of(cacheCreation));
    }

    private static Cost dollars(String amount) {
        return Cost.ofDollars(new BigDecimal(amount), CostBasis.VENDOR_ESTIMATE);
    }
}
