package dev.aiusage.providers.anthropic;

import static dev.aiusage.providers.anthropic.ConsoleDaysTest.parts;
import static dev.aiusage.providers.anthropic.ConsoleDaysTest.tokens;
import static dev.aiusage.providers.anthropic.FakeAnthropic.day;
import static dev.aiusage.providers.anthropic.FakeAnthropic.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesDaysTest {

    private static final String USAGE_10TH = bucket("2026-11-10", """
            {"uncached_input_tokens": 1500, "output_tokens": 500, "cache_read_input_tokens": 200,
             "cache_creation": {"ephemeral_5m_input_tokens": 500, "ephemeral_1h_input_tokens": 1000},
             "server_tool_use": {"web_search_requests": 10},
             "model": "claude-opus-5", "account_id": null, "api_key_id": "apikey_1", "workspace_id": null},
            {"uncached_input_tokens": 1, "output_tokens": 2, "cache_read_input_tokens": 3,
             "cache_creation": {"ephemeral_5m_input_tokens": 4, "ephemeral_1h_input_tokens": 0},
             "model": "claude-haiku-5-5", "account_id": "user_1", "api_key_id": null}""");
    private static final String USAGE_11TH = bucket("2026-11-11", """
            {"uncached_input_tokens": 7, "output_tokens": 8, "cache_read_input_tokens": 0,
             "cache_creation": {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 0},
             "model": "claude-opus-5", "account_id": null, "api_key_id": "apikey_gone"}""");
    private static final String COST_10TH = bucket("2026-11-10", """
            {"amount": "123.78912", "currency": "USD", "description": "Claude Opus 5 Usage - Input Tokens",
             "cost_type": "tokens", "model": "claude-opus-5", "token_type": "uncached_input_tokens"},
            {"amount": "10", "currency": "USD", "description": "Web Search Usage", "cost_type": "web_search",
             "model": null, "token_type": null}""");

    @Test
    void buckets_of_both_reports_make_days() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openMessages("");
            answerAll(anthropic);
            anthropic.forgetRequests();

            var fetched = access.fetch(days("2026-11-09", "2026-11-12"));

            var range = "?starting_at=2026-11-09T00:00:00Z&ending_at=2026-11-13T00:00:00Z&bucket_width=1d&limit=31";
            var groups = "&group_by[]=model&group_by[]=account_id&group_by[]=api_key_id&group_by[]=workspace_id";
            assertThat(anthropic.asked())
                    .containsExactly(
                            "usage_report/messages" + range + groups,
                            "usage_report/messages" + range + groups + "&page=next",
                            "cost_report" + range + "&group_by[]=description&group_by[]=workspace_id");
            assertThat(fetched)
                    .extracting(UsageDay::date)
                    .map(LocalDate::toString)
                    .containsExactly("2026-11-10", "2026-11-11");
            assertThat(fetched.get(0).measures())
                    .isEqualTo(Measures.NONE
                            .withTokens(tokens(1501, 502, 203, 1504))
                            .withCost(billed("1.3378912")));
            assertThat(parts(fetched.get(0), Dimension.MODEL))
                    .isEqualTo(Map.of(
                            "claude-opus-5",
                            Measures.NONE
                                    .withTokens(tokens(1500, 500, 200, 1500))
                                    .withCost(billed("1.2378912")),
                            "claude-haiku-5-5",
                            Measures.NONE.withTokens(tokens(1, 2, 3, 4))));
            assertThat(fetched.get(1).measures()).isEqualTo(Measures.NONE.withTokens(tokens(7, 8, 0, 0)));
        }
    }

    @Test
    void members_bear_the_names_that_the_organization_gave_them() {
        try (var anthropic = FakeAnthropic.console()) {
            anthropic.answer("users", url -> FakeAnthropic.ok(url.queryParameter("after_id") == null ? """
                              {"data": [{"id": "user_0", "email": "zoe@example.com"}], "has_more": true, "last_id": "user_0"}""" : """
                              {"data": [{"id": "user_1", "email": "Anna@example.com"}], "has_more": false, "last_id": "user_1"}"""));
            anthropic.answer("api_keys", """
                    {"data": [{"id": "apikey_1", "name": "Nightly build", "type": "api_key"}], "has_more": false}""");

            var access = anthropic.openMessages("");
            answerAll(anthropic);
            var fetched = access.fetch(days("2026-11-10", "2026-11-11"));

            assertThat(anthropic.asked())
                    .startsWith(
                            "me",
                            "usage_report/messages?starting_at=2026-11-23T00:00:00Z&bucket_width=1d&limit=1",
                            "users?limit=1000",
                            "users?limit=1000&after_id=user_0",
                            "api_keys?limit=1000",
                            "workspaces?include_archived=true&limit=1000");
            assertThat(parts(fetched.get(0), Dimension.MEMBER))
                    .isEqualTo(Map.of(
                            "Nightly build", Measures.NONE.withTokens(tokens(1500, 500, 200, 1500)),
                            "anna@example.com", Measures.NONE.withTokens(tokens(1, 2, 3, 4))));
            assertThat(parts(fetched.get(1), Dimension.MEMBER)).containsOnlyKeys("apikey_gone");
        }
    }

    @Test
    void what_claude_code_calls_by_its_own_workspace_is_left_to_claude_codes_reports() {
        try (var anthropic = FakeAnthropic.console()) {
            anthropic.answer("workspaces", """
                    {"data": [{"id": "wrkspc_1", "name": "Shop", "type": "workspace"},
                              {"id": "wrkspc_2", "name": "Claude Code", "type": "workspace"},
                              {"id": "wrkspc_3", "name": "Claude Code", "archived_at": "2026-01-01T00:00:00Z"}],
                     "has_more": false}""");
            var access = anthropic.openMessages("");
            anthropic.answer(FakeAnthropic.MESSAGES, FakeAnthropic.page(bucket("2026-11-10", """
                            {"uncached_input_tokens": 1, "workspace_id": null},
                            {"uncached_input_tokens": 20, "workspace_id": "wrkspc_1"},
                            {"uncached_input_tokens": 300, "workspace_id": "wrkspc_2"},
                            {"uncached_input_tokens": 4000, "workspace_id": "wrkspc_3"}""")));
            anthropic.answer(FakeAnthropic.COST, FakeAnthropic.page(bucket("2026-11-10", """
                            {"amount": "1", "currency": "USD", "workspace_id": null},
                            {"amount": "20", "currency": "USD", "workspace_id": "wrkspc_1"},
                            {"amount": "300", "currency": "USD", "workspace_id": "wrkspc_2"}""")));

            var measures = access.fetch(day("2026-11-10")).get(0).measures();

            assertThat(measures.tokens().input()).isEqualTo(Count.of(21));
            assertThat(measures.cost()).isEqualTo(billed("0.21"));
            assertThat(access.reach()).isEqualTo("Messages API usage, but for Claude Code's, of the organization Acme");
        }
    }

    @Test
    void an_account_has_its_tokens_and_no_share_of_the_cost() {
        try (var anthropic = FakeAnthropic.console()) {
            anthropic.answer("users", """
                    {"data": [{"id": "user_1", "email": "anna@example.com"}], "has_more": false}""");
            var access = anthropic.openMessages("anna@example.com");
            answerAll(anthropic);
            anthropic.forgetRequests();

            var fetched = access.fetch(days("2026-11-10", "2026-11-11"));

            assertThat(fetched).hasSize(1);
            assertThat(fetched.get(0).measures()).isEqualTo(Measures.NONE.withTokens(tokens(1, 2, 3, 4)));
            assertThat(anthropic.asked()).noneMatch(asked -> asked.startsWith("cost_report"));
            assertThat(access.reach()).isEqualTo("Messages API usage of anna@example.com in the organization Acme");
        }
    }

    @Test
    void windows_have_31_days_at_most() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openMessages("");

            assertThat(access.windows(days("2026-08-27", "2026-11-25")))
                    .containsExactly(
                            days("2026-10-25", "2026-11-24"),
                            days("2026-09-24", "2026-10-24"),
                            days("2026-08-27", "2026-09-23"));
            assertThat(access.windows(day("2026-11-24"))).containsExactly(day("2026-11-24"));
            assertThat(access.settles(LocalDate.parse("2026-11-20"))).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
            assertThat(access.hintIfEmpty()).contains("subscription");
        }
    }

    @Test
    void a_key_that_is_no_admin_is_told_what_it_takes() {
        try (var anthropic = FakeAnthropic.console()) {
            anthropic.answer(
                    FakeAnthropic.MESSAGES, url -> FakeAnthropic.error(403, "permission_error", "Needs org:admin."));
            var vendor = new AnthropicApiUsage(anthropic.web(), anthropic.base());

            assertThatThrownBy(() -> vendor.open(FakeAnthropic.account("")))
                    .isInstanceOf(VendorFailure.NotAllowed.class)
                    .hasMessageContaining("Needs org:admin. ")
                    .hasMessageContaining("Admin key of the Console");
            assertThat(vendor.tool()).isEqualTo(Tool.ANTHROPIC_API);
        }
    }

    @Test
    void lists_of_names_without_an_end_are_malformed() {
        try (var anthropic = FakeAnthropic.console()) {
            anthropic.answer("users", """
                    {"data": [{"id": "user_1", "email": "a@example.com"}], "has_more": true, "last_id": "user_1"}""");

            assertThatThrownBy(() -> anthropic.openMessages("")).isInstanceOf(VendorFailure.MalformedAnswer.class);
            assertThat(anthropic.requests()).hasSizeLessThan(10);
        }
    }

    @Test
    void lists_of_names_with_far_more_than_anybody_has_are_too_large() {
        try (var anthropic = FakeAnthropic.console()) {
            anthropic.answer("users", url -> {
                var after = url.queryParameter("after_id");
                var first = after == null ? 0 : Integer.parseInt(after) + 1;
                return FakeAnthropic.ok(IntStream.range(first, first + 10_000)
                        .mapToObj(id -> "{\"id\": \"" + id + "\", \"email\": \"a\"}")
                        .collect(Collectors.joining(
                                ",",
                                "{\"data\": [",
                                "], \"has_more\": true, \"last_id\": \"" + (first + 9999) + "\"}")));
            });

            assertThatThrownBy(() -> anthropic.openMessages("")).isInstanceOf(VendorFailure.AnswerTooLarge.class);

            anthropic.answer(
                    "users",
                    "{\"data\": ["
                            + IntStream.range(0, 10_001)
                                    .mapToObj(id -> "{\"id\": \"" + id + "\", \"email\": \"a\"}")
                                    .collect(Collectors.joining(","))
                            + "]}");
            assertThatThrownBy(() -> anthropic.openMessages("")).isInstanceOf(VendorFailure.AnswerTooLarge.class);
        }
    }

    private static void answerAll(FakeAnthropic anthropic) {
        anthropic.answerPages(
                FakeAnthropic.MESSAGES,
                Map.of(
                        "", FakeAnthropic.page(bucket("2026-11-09", "") + "," + USAGE_10TH, "next"),
                        "next", FakeAnthropic.page(USAGE_11TH)));
        anthropic.answer(FakeAnthropic.COST, FakeAnthropic.page(COST_10TH));
    }

    private static String bucket(String day, String results) {
        return "{\"starting_at\": \"" + day + "T00:00:00Z\", \"ending_at\": \""
                + LocalDate.parse(day).plusDays(1) + "T00:00:00Z\", \"results\": [" + results + "]}";
    }

    private static Cost billed(String dollars) {
        return Cost.ofDollars(new BigDecimal(dollars), CostBasis.BILLED);
    }
}
