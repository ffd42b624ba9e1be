package dev.aiusage.providers.trackers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CodeburnReaderTest {

    @Test
    void records_are_requests_of_their_tool() {
        var read = TrackerSink.readFixture("codeburn-records.json");

        assertThat(read.rejections).isEmpty();
        assertThat(read.rows).isEqualTo(4);
        assertThat(read.of(Tool.CLAUDE_CODE).requests()).isEqualTo(RequestCount.of(2, RequestBasis.REQUESTS));
        assertThat(read.of(Tool.CLAUDE_CODE).tokens().total()).isEqualTo(Count.of(2222));
        assertThat(read.of(Tool.GEMINI_CLI).tokens().output()).isEqualTo(Count.of(2 + 3));
        assertThat(read.of(Tool.GITHUB_COPILOT).requests().count()).isEqualTo(Count.ZERO);
        assertThat(read.of(Tool.GITHUB_COPILOT).tokens().total()).isEqualTo(Count.of(9));
        assertThat(read.events.values())
                .allMatch(event -> event.labels().project().text().equals("shop"))
                .anyMatch(event -> event.at().equals(Instant.parse("2026-08-19T23:30:00Z")));
    }

    @Test
    void equal_records_stay_two_and_the_same_export_again_brings_the_same() {
        var read = TrackerSink.readFixture("codeburn-records.json");
        assertThat(read.events).hasSize(4);

        assertThat(read.and(TrackerSink.fixture("codeburn-records.json")).events)
                .hasSize(4);
    }

    @Test
    void a_later_export_with_less_at_its_beginning_and_more_tokens_brings_one_event_each() {
        var first = new String(TrackerSink.fixture("codeburn-records.json"), StandardCharsets.UTF_8);
        var later = first.replace("\"outputTokens\": 2,", "\"outputTokens\": 20,");
        var read = new TrackerSink(ImportHints.NONE)
                .and(first.getBytes(StandardCharsets.UTF_8))
                .and(later.getBytes(StandardCharsets.UTF_8));

        assertThat(read.events).hasSize(4);
        assertThat(read.events.values().stream()
                        .map(event -> event.measures().tokens().total().orElse(0))
                        .reduce(0L, Long::sum))
                .isEqualTo(2222 + 5 + 20 + 3 + 7 + 9);
    }

    @Test
    void sessions_are_the_export_s_own_so_that_those_of_logs_and_telemetry_count_as_if_there_were_none() {
        var read = TrackerSink.readFixture("codeburn-records.json");

        assertThat(read.events.values())
                .extracting(UsageEvent::session)
                .contains(SessionKey.of(Tool.CLAUDE_CODE, "codeburn export s1"))
                .doesNotContain(
                        SessionKey.NONE,
                        SessionKey.of(Tool.CLAUDE_CODE, "s1"),
                        SessionKey.of(Tool.GEMINI_CLI, "s2"),
                        SessionKey.of(Tool.GITHUB_COPILOT, "s2"));
        assertThat(read.events.values().stream().map(UsageEvent::session).distinct())
                .hasSize(3);
    }

    @Test
    void the_same_export_again_takes_events_out_of_the_sessions_in_which_they_were_before() {
        for (var session = 0; session < 20; session++) {
            var row = "{\"schema\":\"codeburn.export.v2\",\"records\":[{\"provider\":\"claude\",\"sessionId\":\"s"
                    + session + "\",\"timestamp\":\"2026-08-19T08:00:00Z\",\"model\":\"m\",\"inputTokens\":1}]}";
            var now = TrackerSink.readText(row).events.values().iterator().next();
            var before = new UsageEvent(
                    now.key(),
                    now.part(),
                    now.at(),
                    now.labels(),
                    SessionKey.of(Tool.CLAUDE_CODE, "s" + session),
                    now.measures(),
                    now.terms(),
                    CopyRank.PLAIN);

            assertThat(before.mergedWith(now)).isEqualTo(now);
            assertThat(now.mergedWith(before)).isEqualTo(now);
        }
    }

    @Test
    void shown_amounts_are_turned_into_dollars_and_none_is_no_price() {
        var read = TrackerSink.readFixture("codeburn-records.json");

        assertThat(read.of(Tool.CLAUDE_CODE).cost()).isEqualTo(dollars("1"));
        assertThat(read.of(Tool.GEMINI_CLI).cost().isKnown()).isFalse();
    }

    @Test
    void a_model_with_a_list_price_is_not_rounded_to_cents() {
        var file = new String(TrackerSink.fixture("codeburn-records.json"), StandardCharsets.UTF_8)
                .replace("made-up-1", "claude-sonnet-4-5");
        var read = new TrackerSink(ImportHints.NONE).and(file.getBytes(StandardCharsets.UTF_8));

        assertThat(read.of(Tool.CLAUDE_CODE).cost()).isEqualTo(dollars("0.003681"));
    }

    @Test
    void an_older_export_has_days_that_count_once_for_the_tool_that_is_said() {
        var read = TrackerSink.readFixture("codeburn-days.json", ImportHints.NONE.withTool(Tool.CLAUDE_CODE));

        assertThat(read.rejections).isEmpty();
        assertThat(read.of(Tool.CLAUDE_CODE).tokens().total()).isEqualTo(Count.of(4 + 4321));
        assertThat(read.of(Tool.CLAUDE_CODE).requests()).isEqualTo(RequestCount.of(5, RequestBasis.AS_GIVEN));
        assertThat(read.of(Tool.CLAUDE_CODE).sessions()).isEqualTo(Count.of(3));
        assertThat(read.of(Tool.CLAUDE_CODE).cost()).isEqualTo(dollars("1.75"));
    }

    @Test
    void days_of_nobody_knows_which_tools_are_rejected_with_what_to_do() {
        var read = TrackerSink.readFixture("codeburn-days.json");

        assertThat(read.days).isEmpty();
        assertThat(read.rejections)
                .containsOnlyKeys(1L, 2L, 3L)
                .containsEntry(
                        1L, "tool is not told by this version of the export: say beside the file which one it is of.");
    }

    @Test
    void what_can_not_be_is_rejected() {
        var read = TrackerSink.readText("""
                {"schema":"codeburn.export.v2","currency":{"code":"EUR","rate":-1},"records":[
                  {"provider":"claude","timestamp":"1970-01-01T00:00:00Z"},
                  {"provider":"claude","timestamp":"soon"},
                  {"provider":"claude"},
                  {"provider":"!","timestamp":"2026-08-19T08:00:00Z"},
                  {"provider":"claude","timestamp":"2026-08-19T08:00:00Z","inputTokens":1,"cost":3}]}""");

        assertThat(read.rejections.values())
                .containsExactly(
                        "rate is negative.",
                        "timestamp is outside of the times of such tools.",
                        "timestamp is no time like 2026-11-24T18:36:05.846Z.",
                        "timestamp is missing.",
                        "provider is no name of a tool.");
        assertThat(read.of(Tool.CLAUDE_CODE).cost().isKnown()).isFalse();
        assertThat(read.of(Tool.CLAUDE_CODE)).isNotEqualTo(Measures.NONE);
    }

    private static Cost dollars(String amount) {
        return Cost.ofDollars(new BigDecimal(amount), CostBasis.LIST_PRICE);
    }
}
