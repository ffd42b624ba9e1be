package dev.aiusage.providers.anthropic;

import static dev.aiusage.providers.anthropic.ConsoleDaysTest.parts;
import static dev.aiusage.providers.anthropic.ConsoleDaysTest.tokens;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseDaysTest {

    private static final String ANNA_WORKED = """
            {"user": {"id": "user_1", "email_address": "Anna@example.com", "type": "user"},
             "claude_code_metrics": {
               "core_metrics": {"distinct_session_count": 4, "commit_count": 2, "pull_request_count": 1,
                                "lines_of_code": {"added_count": 120, "removed_count": 30}},
               "tool_actions": {"edit_tool": {"accepted_count": 9, "rejected_count": 1},
                                "write_tool": {"accepted_count": 2, "rejected_count": 0}}},
             "chat_metrics": {"message_count": 0}}
            """;
    private static final String BEN_WORKED = """
            {"user": {"id": "user_2", "email": "ben@example.com", "type": "user"},
             "claude_code_metrics": {
               "core_metrics": {"distinct_session_count": null,
                                "lines_of_code": {"added_count": 5, "removed_count": 0}},
               "tool_actions": {"edit_tool": {"accepted_count": 0, "rejected_count": 3}}}}
            """;
    private static final String CEM_ONLY_CHATTED = """
            {"user": {"id": "user_3", "email_address": "cem@example.com", "type": "user"},
             "claude_code_metrics": {
               "core_metrics": {"distinct_session_count": 0, "lines_of_code": {"added_count": 0, "removed_count": 0}},
               "tool_actions": {"edit_tool": {"accepted_count": 0, "rejected_count": 0}}},
             "chat_metrics": {"message_count": 12}}
            """;
    private static final String ANNA_USED = """
            {"actor": {"type": "user", "email": "anna@example.com", "user_id": "user_1", "name": "Anna", "deleted": false},
             "model": "claude-opus-5-5", "product": "claude_code", "requests": 12, "total_tokens": 1850,
             "uncached_input_tokens": 1000, "output_tokens": 500, "cache_read_input_tokens": 200,
             "cache_creation": {"ephemeral_5m_input_tokens": 100, "ephemeral_1h_input_tokens": 50}}
            """;
    private static final String GONE_USED = """
            {"actor": {"type": "user", "email": null, "user_id": "user_9", "deleted": true},
             "model": null, "requests": 3, "total_tokens": 77}
            """;
    private static final String ANNA_COST = """
            {"actor": {"type": "user", "email_address": "anna@example.com", "user_id": "user_1"},
             "model": "claude-opus-5-5", "amount": "123.78912", "list_amount": "150.5", "currency": "USD", "requests": 12}
            """;

    @Test
    void three_reports_make_a_day() {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("");
            answerAll(anthropic);
            anthropic.forgetRequests();

            var fetched = access.fetch(day("2026-11-20"));

            assertThat(anthropic.asked())
                    .containsExactly(
                            "analytics/users?date=2026-11-20&limit=1000",
                            "analytics/users?date=2026-11-20&limit=1000&page=p2",
                            "analytics/user_usage_report?starting_at=2026-11-20T00:00:00Z&ending_at=2026-11-21T00:00:00Z"
                                    + "&products[]=claude_code&group_by[]=model&limit=1000",
                            "analytics/user_usage_report?starting_at=2026-11-20T00:00:00Z&ending_at=2026-11-21T00:00:00Z"
                                    + "&products[]=claude_code&group_by[]=model&limit=1000&page=u2",
                            "analytics/user_cost_report?starting_at=2026-11-20T00:00:00Z&ending_at=2026-11-21T00:00:00Z"
                                    + "&products[]=claude_code&group_by[]=model&limit=1000");
            assertThat(anthropic.requests()).allSatisfy(request -> {
                assertThat(request.getMethod()).isEqualTo("GET");
                assertThat(request.getHeaders().get("x-api-key")).isEqualTo(FakeAnthropic.KEY.reveal());
                assertThat(request.getHeaders().get("anthropic-version")).isEqualTo("2023-06-01");
            });
            assertThat(fetched).hasSize(1);
            assertThat(fetched.get(0).date()).isEqualTo("2026-11-20");
            assertThat(fetched.get(0).measures().requests()).isEqualTo(RequestCount.of(15, RequestBasis.REQUESTS));
            assertThat(fetched.get(0).measures().tokens().total()).isEqualTo(Count.of(1850 + 77));
            assertThat(fetched.get(0).measures().tokens().cacheCreation()).isEqualTo(Count.of(150));
            assertThat(fetched.get(0).measures().lines()).isEqualTo(LinesChanged.of(125, 30));
            assertThat(fetched.get(0).measures().decisions())
                    .isEqualTo(new Decisions(Count.UNKNOWN, Count.of(11), Count.of(4)));
            assertThat(fetched.get(0).measures().sessions()).isEqualTo(Count.of(4));
            assertThat(fetched.get(0).measures().cost()).isEqualTo(billed("1.2378912"));
        }
    }

    @Test
    void members_and_models_have_what_each_report_tells_of_them() {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("");
            answerAll(anthropic);

            var fetched = access.fetch(day("2026-11-20")).get(0);

            assertThat(parts(fetched, Dimension.MEMBER))
                    .containsOnlyKeys("anna@example.com", "ben@example.com", "user_9");
            assertThat(parts(fetched, Dimension.MEMBER))
                    .containsEntry(
                            "anna@example.com",
                            new Measures(
                                    RequestCount.of(12, RequestBasis.REQUESTS),
                                    tokens(1000, 500, 200, 150),
                                    LinesChanged.of(120, 30),
                                    new Decisions(Count.UNKNOWN, Count.of(11), Count.of(1)),
                                    Count.of(4),
                                    billed("1.2378912")))
                    .containsEntry(
                            "ben@example.com",
                            Measures.NONE
                                    .withLines(LinesChanged.of(5, 0))
                                    .withDecisions(new Decisions(Count.UNKNOWN, Count.ZERO, Count.of(3))));
            assertThat(parts(fetched, Dimension.MODEL))
                    .isEqualTo(Map.of(
                            "claude-opus-5-5",
                            Measures.NONE
                                    .withRequests(RequestCount.of(12, RequestBasis.REQUESTS))
                                    .withTokens(tokens(1000, 500, 200, 150))
                                    .withCost(billed("1.2378912"))));
        }
    }

    @Test
    void an_account_is_the_same_person_in_all_three() {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("anna@example.com");
            answerAll(anthropic);

            var fetched = access.fetch(day("2026-11-20")).get(0);

            assertThat(fetched.measures())
                    .isEqualTo(new Measures(
                            RequestCount.of(12, RequestBasis.REQUESTS),
                            tokens(1000, 500, 200, 150),
                            LinesChanged.of(120, 30),
                            new Decisions(Count.UNKNOWN, Count.of(11), Count.of(1)),
                            Count.of(4),
                            billed("1.2378912")));
            assertThat(parts(fetched, Dimension.MEMBER)).isEmpty();
        }
    }

    @Test
    void a_day_on_which_everybody_only_chatted_had_no_usage() {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answer(FakeAnthropic.USERS, "{\"data\": [" + CEM_ONLY_CHATTED + "], \"next_page\": null}");

            assertThat(access.fetch(day("2026-11-20"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeAnthropic.USERS, FakeAnthropic.USER_USAGE, FakeAnthropic.USER_COST})
    void a_day_that_one_of_the_reports_does_not_have_yet_has_no_usage_yet(String report) {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("");
            answerAll(anthropic);
            anthropic.answer(
                    report,
                    url -> FakeAnthropic.error(
                            400,
                            "invalid_request_error",
                            "2026-11-23 is too recent: the newest day with data is 2026-11-22."));

            assertThat(access.fetch(day("2026-11-23"))).isEmpty();
            assertThat(access.settles(LocalDate.parse("2026-11-23"))).isAfter(Instant.parse("2026-11-24T12:00:00Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit: must be at most 1000",
                "2026-11-20 is no day",
                "There is no data before 2026-01-01.",
                "The newest day is 2026-11-31"
            })
    void a_question_that_is_refused_for_another_reason_is_malformed(String message) {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("");
            answerAll(anthropic);
            anthropic.answer(
                    FakeAnthropic.USER_USAGE, url -> FakeAnthropic.error(400, "invalid_request_error", message));

            assertThatThrownBy(() -> access.fetch(day("2026-11-20")))
                    .isInstanceOf(VendorFailure.MalformedAnswer.class)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void nothing_is_asked_of_before_2026_or_after_the_newest_day() {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("");

            assertThat(access.windows(days("2026-11-22", "2026-11-24")))
                    .containsExactly(day("2026-11-23"), day("2026-11-22"));
            assertThat(access.windows(days("2025-12-30", "2026-01-02")))
                    .containsExactly(day("2026-01-02"), day("2026-01-01"));
        }
    }

    @Test
    void nothing_is_asked_of_a_year_ago() {
        try (var anthropic = new FakeAnthropic(Instant.parse("2027-06-01T12:00:00Z"))) {
            anthropic.answer(FakeAnthropic.USERS, "{\"data\": []}");

            var windows = anthropic.openClaudeCode("").windows(days("2026-01-01", "2026-06-10"));

            assertThat(windows.get(windows.size() - 1)).isEqualTo(day("2026-06-05"));
        }
    }

    @Test
    void a_day_settles_when_its_cost_does() {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("");

            assertThat(access.settles(LocalDate.parse("2026-08-01"))).isEqualTo(Instant.parse("2026-09-08T00:00:00Z"));
            assertThat(access.settles(LocalDate.parse("2026-08-31"))).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
        }
    }

    private static void answerAll(FakeAnthropic anthropic) {
        anthropic.answerPages(
                FakeAnthropic.USERS,
                Map.of(
                        "", "{\"data\": [" + ANNA_WORKED + "], \"next_page\": \"p2\"}",
                        "p2", "{\"data\": [" + BEN_WORKED + "," + CEM_ONLY_CHATTED + "], \"next_page\": null}"));
        anthropic.answerPages(
                FakeAnthropic.USER_USAGE,
                Map.of("", FakeAnthropic.page(ANNA_USED, "u2"), "u2", FakeAnthropic.page(GONE_USED)));
        anthropic.answer(FakeAnthropic.USER_COST, FakeAnthropic.page(ANNA_COST));
    }

    private static Cost billed(String dollars) {
        return Cost.ofDollars(new BigDecimal(dollars), CostBasis.BILLED);
    }
}
