package dev.aiusage.providers.telemetry;

import static dev.aiusage.application.telemetry.TelemetrySignal.METRICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.aiusage.application.telemetry.RejectedParts;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumDetail;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SessionKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ToolMetricsTest {

    private static final Instant END = Instant.parse("2026-11-24T10:01:00Z");

    @Test
    void claude_code_counts_tokens_cost_lines_sessions_and_decisions() {
        var delivered = Delivered.fixture(METRICS, "claude_code_metrics.json");

        assertThat(delivered.heights(Tool.CLAUDE_CODE))
                .containsOnly(
                        entry(SumMeasure.SESSIONS, 1L),
                        entry(SumMeasure.SESSIONS_AND_EDITS, 1L + 3 + 1),
                        entry(SumMeasure.INPUT, 1200L),
                        entry(SumMeasure.OUTPUT, 300L),
                        entry(SumMeasure.CACHE_READ, 50_000L),
                        entry(SumMeasure.CACHE_CREATION, 700L),
                        entry(SumMeasure.COST, 123_456_789L),
                        entry(SumMeasure.LINES_ADDED, 40L),
                        entry(SumMeasure.LINES_REMOVED, 10L),
                        entry(SumMeasure.ACCEPTANCES, 3L),
                        entry(SumMeasure.REJECTIONS, 1L));
        assertThat(delivered.decoded().rejected()).isEqualTo(RejectedParts.NONE);
    }

    @Test
    void claude_code_s_sums_belong_to_their_session_model_project_and_language() {
        var sums = Delivered.fixture(METRICS, "claude_code_metrics.json").sums(Tool.CLAUDE_CODE);

        assertThat(sums).allSatisfy(sum -> {
            assertThat(sum.session())
                    .isEqualTo(SessionKey.of(Tool.CLAUDE_CODE, "0c5e7a1e-53b5-4d2e-9a53-0f3a2a3c1b77"));
            assertThat(sum.labels().project()).isEqualTo(Label.of("shop"));
            assertThat(sum.detail()).isEqualTo(SumDetail.RUNNING);
        });
        assertThat(sums)
                .filteredOn(sum -> sum.measure() == SumMeasure.INPUT)
                .extracting(sum -> sum.labels().model())
                .containsExactly(Label.of("claude-opus-4-6"));
        assertThat(sums)
                .filteredOn(sum -> sum.measure() == SumMeasure.ACCEPTANCES)
                .extracting(sum -> sum.labels().language())
                .containsExactlyInAnyOrder(Label.of("Java"), Label.NONE);
    }

    @Test
    void codex_s_tokens_are_the_sums_of_its_histograms_and_total_is_not_added() {
        var delivered = Delivered.fixture(METRICS, "codex_metrics.json");

        assertThat(delivered.heights(Tool.CODEX))
                .containsOnly(
                        entry(SumMeasure.ALL_INPUT, 8000L),
                        entry(SumMeasure.CACHED_INPUT, 6000L),
                        entry(SumMeasure.OUTPUT, 1100L),
                        entry(SumMeasure.COST, 12_500_000L),
                        entry(SumMeasure.REQUESTS, 3L),
                        entry(SumMeasure.SESSIONS, 1L));
    }

    @Test
    void gemini_cli_sends_tokens_twice_and_they_count_once() {
        var delivered = Delivered.fixture(METRICS, "gemini_cli_metrics.json");

        assertThat(delivered.decoded().tools()).containsOnlyKeys(Tool.GEMINI_CLI);
        assertThat(delivered.heights(Tool.GEMINI_CLI))
                .containsOnly(
                        entry(SumMeasure.SESSIONS, 1L),
                        entry(SumMeasure.ALL_INPUT, 11_020L),
                        entry(SumMeasure.CACHED_INPUT, 10_240L),
                        entry(SumMeasure.INPUT, 15L),
                        entry(SumMeasure.OUTPUT, 236L + 50),
                        entry(SumMeasure.REQUESTS, 3L),
                        entry(SumMeasure.LINES_ADDED, 12L),
                        entry(SumMeasure.LINES_REMOVED, 4L),
                        entry(SumMeasure.ACCEPTANCES, 2L + 3 + 1),
                        entry(SumMeasure.REJECTIONS, 4L));
    }

    @Test
    void copilot_counts_calls_of_models_and_neither_failures_nor_agents_and_tools() {
        var delivered = Delivered.fixture(METRICS, "copilot_chat_metrics.json");

        assertThat(delivered.heights(Tool.GITHUB_COPILOT))
                .containsOnly(
                        entry(SumMeasure.ALL_INPUT, 5000L),
                        entry(SumMeasure.OUTPUT, 800L),
                        entry(SumMeasure.REQUESTS, 4L),
                        entry(SumMeasure.SESSIONS, 2L),
                        entry(SumMeasure.ACCEPTANCES, 5L),
                        entry(SumMeasure.REJECTIONS, 2L),
                        entry(SumMeasure.LINES_ADDED, 30L),
                        entry(SumMeasure.LINES_REMOVED, 6L));
        assertThat(delivered.sums(Tool.GITHUB_COPILOT))
                .extracting(sum -> sum.labels())
                .contains(
                        new EventLabels(Label.of("gpt-5.4-2026"), Label.of("shop"), Label.NONE),
                        new EventLabels(Label.NONE, Label.of("shop"), Label.of("typescript")));
    }

    @Test
    void any_other_service_that_follows_the_conventions_is_a_tool_of_its_name() {
        var delivered = Delivered.fixture(METRICS, "gen_ai_metrics.json");

        assertThat(delivered.heights(new Tool("invoice_bot")))
                .containsOnly(
                        entry(SumMeasure.ALL_INPUT, 700L),
                        entry(SumMeasure.OUTPUT, 90L),
                        entry(SumMeasure.REQUESTS, 3L));
    }

    @Test
    void a_service_without_a_usable_name_is_gen_ai() {
        for (var name : new String[] {"", "unknown_service:java", "5", "日本", "_x"}) {
            assertThat(ServiceTool.named(name)).as(name).isEqualTo(new Tool("gen_ai"));
        }
        assertThat(ServiceTool.named("x".repeat(99)).slug()).hasSize(50);
        assertThat(ServiceTool.named("Copilot")).isEqualTo(Tool.GITHUB_COPILOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude_code_metrics.json",
                "codex_metrics.json",
                "gemini_cli_metrics.json",
                "copilot_chat_metrics.json",
                "gen_ai_metrics.json"
            })
    void both_encodings_say_the_same(String fixture) {
        assertThat(Delivered.binaryFixture(METRICS, fixture)).isEqualTo(Delivered.fixture(METRICS, fixture));
    }

    @Test
    void a_difference_is_a_sum_of_its_own_and_what_grows_is_one_sum_since_its_start() {
        var differences = Delivered.fixture(METRICS, "claude_code_metrics.json").sums(Tool.CLAUDE_CODE);
        var growing = Delivered.fixture(METRICS, "gemini_cli_metrics.json").sums(Tool.GEMINI_CLI);

        assertThat(differences).allSatisfy(sum -> {
            assertThat(sum.startedAt()).isEqualTo(END);
            assertThat(sum.at()).isEqualTo(END);
        });
        assertThat(growing).allSatisfy(sum -> {
            assertThat(sum.startedAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
            assertThat(sum.at()).isEqualTo(END);
        });
    }

    @Test
    void each_sum_has_a_series_of_its_own_and_it_is_the_same_each_time() {
        var first = Delivered.fixture(METRICS, "claude_code_metrics.json").sums(Tool.CLAUDE_CODE);
        var again = Delivered.fixture(METRICS, "claude_code_metrics.json").sums(Tool.CLAUDE_CODE);
        var elsewhere = Delivered.json(
                        METRICS, Delivered.text("claude_code_metrics.json").replace("arm64", "amd64"))
                .sums(Tool.CLAUDE_CODE);

        assertThat(first).extracting(sum -> sum.series()).doesNotHaveDuplicates();
        assertThat(again).isEqualTo(first);
        assertThat(elsewhere)
                .extracting(sum -> sum.series())
                .doesNotContainAnyElementsOf(
                        first.stream().map(sum -> sum.series()).toList());
    }
}
