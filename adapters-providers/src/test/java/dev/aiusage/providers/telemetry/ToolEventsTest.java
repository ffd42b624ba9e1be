package dev.aiusage.providers.telemetry;

import static dev.aiusage.application.telemetry.TelemetrySignal.LOGS;
import static dev.aiusage.application.telemetry.TelemetrySignal.TRACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.aiusage.application.telemetry.TelemetrySignal;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumDetail;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.TokenCount;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToolEventsTest {

    @Test
    void a_request_of_claude_code_is_the_event_that_a_transcript_may_know_too() {
        var event = Delivered.fixture(LOGS, "claude_code_logs.json")
                .events(Tool.CLAUDE_CODE)
                .get(0);

        assertThat(event.key()).isEqualTo(EventKey.ofRequest(Tool.CLAUDE_CODE, "req_011CVabc"));
        assertThat(event.at()).isEqualTo(Instant.parse("2026-11-24T10:00:30Z"));
        assertThat(event.session()).isEqualTo(SessionKey.of(Tool.CLAUDE_CODE, "0c5e7a1e-53b5-4d2e-9a53-0f3a2a3c1b77"));
        assertThat(event.labels().model()).isEqualTo(Label.of("claude-opus-4-6"));
        assertThat(event.labels().project()).isEqualTo(Label.of("shop"));
        assertThat(event.measures().requests()).isEqualTo(RequestCount.of(1, RequestBasis.REQUESTS));
        assertThat(event.measures().tokens())
                .isEqualTo(TokenCount.ofKinds(Count.of(120), Count.of(30), Count.of(5000), Count.of(70)));
        assertThat(event.measures().cost()).isEqualTo(Cost.ofNanoDollars(12_500_000, CostBasis.VENDOR_ESTIMATE));
    }

    @Test
    void one_without_a_cost_has_its_list_price() {
        var event = Delivered.fixture(LOGS, "claude_code_logs.json")
                .events(Tool.CLAUDE_CODE)
                .get(1);

        assertThat(event.measures().cost().basis()).isEqualTo(CostBasis.LIST_PRICE);
    }

    @Test
    void one_without_an_id_is_known_by_all_that_is_said_of_it() {
        var delivered = Delivered.fixture(LOGS, "claude_code_logs.json");

        assertThat(delivered.events(Tool.CLAUDE_CODE)).hasSize(2);
        assertThat(delivered.heights(Tool.CLAUDE_CODE))
                .containsOnly(
                        entry(SumMeasure.REQUESTS, 1L),
                        entry(SumMeasure.INPUT, 120L),
                        entry(SumMeasure.OUTPUT, 30L),
                        entry(SumMeasure.CACHE_READ, 5000L),
                        entry(SumMeasure.CACHE_CREATION, 70L),
                        entry(SumMeasure.COST, 12_500_000L),
                        entry(SumMeasure.SESSIONS, 1L));
        assertThat(delivered.sums(Tool.CLAUDE_CODE))
                .extracting(SumPoint::detail)
                .containsOnly(SumDetail.SINGLE_REQUEST);
    }

    @Test
    void codex_counts_completed_responses_by_their_tokens_and_decisions_and_nothing_else() {
        var delivered = Delivered.fixture(LOGS, "codex_logs.json");

        assertThat(delivered.heights(Tool.CODEX))
                .containsOnly(
                        entry(SumMeasure.REQUESTS, 2L),
                        entry(SumMeasure.ALL_INPUT, 17_000L),
                        entry(SumMeasure.CACHED_INPUT, 14_000L),
                        entry(SumMeasure.OUTPUT, 1200L),
                        entry(SumMeasure.SESSIONS, 2L),
                        entry(SumMeasure.ACCEPTANCES, 1L),
                        entry(SumMeasure.REJECTIONS, 1L));
        assertThat(delivered.sums(Tool.CODEX)).allSatisfy(sum -> {
            assertThat(sum.session()).isEqualTo(SessionKey.of(Tool.CODEX, "conv-1"));
            assertThat(sum.at()).isBetween("2026-11-24T10:00:10Z", "2026-11-24T10:00:21Z");
        });
    }

    @Test
    void of_a_session_s_requests_only_the_first_counts_it() {
        var sessions = Delivered.fixture(LOGS, "codex_logs.json").sums(Tool.CODEX).stream()
                .filter(sum -> sum.measure() == SumMeasure.SESSIONS)
                .toList();

        assertThat(sessions)
                .extracting(SumPoint::series)
                .hasSize(2)
                .containsOnly(sessions.get(0).series());
        assertThat(sessions).extracting(SumPoint::startedAt).containsOnly(Instant.EPOCH);
        assertThat(sessions).extracting(SumPoint::height).containsOnly(1L);
    }

    @Test
    void a_request_that_has_no_time_and_is_sent_again_later_is_the_same_one() {
        var json = Delivered.text("codeburn_traces.json").replaceAll("\"startTimeUnixNano\": \"\\d+\"", "\"x\": 0");

        assertThat(Delivered.json(TRACES, json).sums(Tool.CLAUDE_CODE)).allSatisfy(sum -> {
            assertThat(sum.at()).isEqualTo(Delivered.NOON);
            assertThat(sum.startedAt()).isEqualTo(Instant.EPOCH);
        });
    }

    @Test
    void gemini_cli_counts_answers_with_thoughts_as_output_and_tools_as_input() {
        var delivered = Delivered.fixture(LOGS, "gemini_cli_logs.json");

        assertThat(delivered.heights(Tool.GEMINI_CLI))
                .containsOnly(
                        entry(SumMeasure.REQUESTS, 1L),
                        entry(SumMeasure.ALL_INPUT, 11_020L),
                        entry(SumMeasure.CACHED_INPUT, 10_240L),
                        entry(SumMeasure.INPUT, 15L),
                        entry(SumMeasure.OUTPUT, 286L),
                        entry(SumMeasure.SESSIONS, 1L));
    }

    @Test
    void spans_of_codeburn_are_calls_of_the_tools_that_it_read() {
        var delivered = Delivered.fixture(TRACES, "codeburn_traces.json");

        assertThat(delivered.decoded().tools()).containsOnlyKeys(Tool.CLAUDE_CODE, new Tool("kiro"));
        assertThat(delivered.heights(Tool.CLAUDE_CODE))
                .containsOnly(
                        entry(SumMeasure.REQUESTS, 2L),
                        entry(SumMeasure.INPUT, 1300L),
                        entry(SumMeasure.OUTPUT, 330L),
                        entry(SumMeasure.CACHE_READ, 5000L),
                        entry(SumMeasure.CACHE_CREATION, 70L),
                        entry(SumMeasure.COST, 93_500_000L),
                        entry(SumMeasure.SESSIONS, 2L));
        assertThat(delivered.sums(Tool.CLAUDE_CODE)).allSatisfy(sum -> {
            assertThat(sum.session()).isEqualTo(SessionKey.NONE);
            assertThat(sum.labels().project()).isEqualTo(Label.of("shop"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "cursor-agent, cursor",
        "copilot-cli, github_copilot",
        "copilot, github_copilot",
        "gemini, gemini_cli",
        "roo-code, roo_code"
    })
    void codeburn_s_sync_means_the_tools_that_its_export_means(String provider, String tool) {
        var json = Delivered.text("codeburn_traces.json").replace("\"kiro\"", '"' + provider + '"');

        assertThat(Delivered.json(TRACES, json).decoded().tools()).containsKey(new Tool(tool));
    }

    @ParameterizedTest
    @CsvSource({
        "LOGS, claude_code_logs.json",
        "LOGS, codex_logs.json",
        "LOGS, gemini_cli_logs.json",
        "TRACES, codeburn_traces.json"
    })
    void both_encodings_say_the_same_and_nothing_is_rejected(TelemetrySignal signal, String fixture) {
        assertThat(Delivered.binaryFixture(signal, fixture)).isEqualTo(Delivered.fixture(signal, fixture));
        assertThat(Delivered.fixture(signal, fixture).decoded().rejected().count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "LOGS, claude_code_logs.json",
        "LOGS, codex_logs.json",
        "LOGS, gemini_cli_logs.json",
        "METRICS, claude_code_metrics.json"
    })
    void nothing_that_is_kept_holds_what_was_typed_or_who_typed_it(TelemetrySignal signal, String fixture) {
        assertThat(Delivered.fixture(signal, fixture).decoded().toString())
                .doesNotContain("secret plan", "anna@example.com", "acc-1", "inst-1");
    }
}
