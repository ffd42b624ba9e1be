package dev.aiusage.providers.anthropic;

import static dev.aiusage.providers.anthropic.FakeAnthropic.CLAUDE_CODE;
import static dev.aiusage.providers.anthropic.FakeAnthropic.USER_USAGE;
import static dev.aiusage.providers.anthropic.FakeAnthropic.day;
import static dev.aiusage.providers.anthropic.FakeAnthropic.error;
import static dev.aiusage.providers.anthropic.FakeAnthropic.ok;
import static dev.aiusage.providers.anthropic.FakeAnthropic.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.Count;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

class ReportPagesTest {

    private static final String ONE_SESSION = """
            {"date": "2026-11-20T00:00:00Z", "actor": {"type": "user_actor", "email_address": "anna@example.com"},
             "core_metrics": {"num_sessions": 1}}""";
    private static final String TEN_TOKENS = """
            {"actor": {"type": "user", "email": "anna@example.com"}, "model": "claude-opus-5-5",
             "uncached_input_tokens": 10, "requests": 1}""";

    @Test
    void pages_that_expire_are_read_again_from_the_first_and_count_once() {
        try (var anthropic = FakeAnthropic.enterprise()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answerInTurn(
                    USER_USAGE,
                    ok(page(TEN_TOKENS, "old")),
                    error(410, "invalid_request_error", "Cursor expired"),
                    ok(page(TEN_TOKENS, "new")),
                    ok(page(TEN_TOKENS)));
            anthropic.forgetRequests();

            var fetched = access.fetch(day("2026-11-20")).get(0);

            assertThat(fetched.measures().tokens().input()).isEqualTo(Count.of(20));
            assertThat(anthropic.asked())
                    .filteredOn(asked -> asked.startsWith(USER_USAGE))
                    .extracting(asked -> asked.replaceAll(".*limit=1000", ""))
                    .containsExactly("", "&page=old", "", "&page=new");
        }
    }

    @Test
    void a_page_that_breaks_off_is_asked_for_again_and_counts_once() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            var rows = IntStream.range(0, 500).mapToObj(row -> ONE_SESSION).collect(Collectors.joining(","));
            anthropic.answerInTurn(
                    CLAUDE_CODE,
                    ok(page(rows, "second")),
                    new MockResponse.Builder()
                            .body(page(rows))
                            .onResponseBody(new SocketEffect.CloseSocket())
                            .build(),
                    ok(page(rows)));

            assertThat(access.fetch(day("2026-11-20")).get(0).measures().sessions())
                    .isEqualTo(Count.of(1000));
        }
    }

    @Test
    void rows_before_broken_json_count_nothing() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answerInTurn(
                    CLAUDE_CODE, ok(page(ONE_SESSION, "second")), ok("{\"data\": [" + ONE_SESSION + ", oops"));

            assertThatThrownBy(() -> access.fetch(day("2026-11-20"))).isInstanceOf(VendorFailure.MalformedAnswer.class);
        }
    }

    @Test
    void pages_that_lead_back_to_where_we_were_are_malformed() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answerInTurn(
                    CLAUDE_CODE, ok(page(ONE_SESSION, "a")), ok(page(ONE_SESSION, "b")), ok(page(ONE_SESSION, "a")));

            assertThatThrownBy(() -> access.fetch(day("2026-11-20")))
                    .isInstanceOf(VendorFailure.MalformedAnswer.class)
                    .hasMessageContaining("without end");
        }
    }

    @Test
    void a_page_of_few_rows_with_far_more_models_than_there_are_is_too_large() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            var row = ONE_SESSION.replace(
                    "\"core_metrics\"", "\"model_breakdown\": [{}" + ", {}".repeat(999) + "], \"core_metrics\"");
            anthropic.answer(CLAUDE_CODE, page(row + ("," + row).repeat(99)));

            assertThatThrownBy(() -> access.fetch(day("2026-11-20"))).isInstanceOf(VendorFailure.AnswerTooLarge.class);
        }
    }

    @Test
    void a_large_page_on_which_everybody_used_many_models_is_read() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            var row = ONE_SESSION.replace(
                    "\"core_metrics\"", "\"model_breakdown\": [{}" + ", {}".repeat(19) + "], \"core_metrics\"");
            anthropic.answer(CLAUDE_CODE, page(row + ("," + row).repeat(999)));

            assertThat(access.fetch(day("2026-11-20")).get(0).measures().sessions())
                    .isEqualTo(Count.of(1000));
        }
    }

    @Test
    void a_next_page_with_an_endless_name_is_malformed() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answer(CLAUDE_CODE, page(ONE_SESSION, "x".repeat(5000)));

            assertThatThrownBy(() -> access.fetch(day("2026-11-20"))).isInstanceOf(VendorFailure.MalformedAnswer.class);
            assertThat(anthropic.asked())
                    .filteredOn(asked -> asked.contains("2026-11-20"))
                    .hasSize(1);
        }
    }

    @Test
    void more_without_a_next_page_is_malformed() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answer(CLAUDE_CODE, "{\"data\": [" + ONE_SESSION + "], \"has_more\": true}");

            assertThatThrownBy(() -> access.fetch(day("2026-11-20"))).isInstanceOf(VendorFailure.MalformedAnswer.class);
        }
    }

    @Test
    void the_last_page_may_name_a_next_one_or_leave_it_out() {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answerInTurn(
                    CLAUDE_CODE,
                    ok("{\"data\": [" + ONE_SESSION + "], \"has_more\": false, \"next_page\": \"beyond\"}"),
                    ok("{\"data\": [" + ONE_SESSION + "], \"has_more\": false}"));

            assertThat(access.fetch(day("2026-11-20"))).hasSize(1);
            assertThat(access.fetch(day("2026-11-20"))).hasSize(1);
        }
    }
}
