package dev.aiusage.providers.trackers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CcusageReaderTest {

    private static final Tool OPENCODE = new Tool("opencode");

    @Test
    void days_without_a_tool_are_those_of_the_only_one_it_knew() {
        var read = TrackerSink.readFixture("ccusage-date.json");

        assertThat(read.rejections).isEmpty();
        assertThat(read.rows).isEqualTo(2);
        assertThat(read.days).containsOnlyKeys(Tool.CLAUDE_CODE);
        assertThat(read.of(Tool.CLAUDE_CODE).tokens()).isEqualTo(tokens(1213, 20430, 1804221, 90512));
        assertThat(read.of(Tool.CLAUDE_CODE).cost()).isEqualTo(dollars("3.2187305"));
        assertThat(read.of(Tool.CLAUDE_CODE).requests()).isEqualTo(RequestCount.of(0, RequestBasis.AS_GIVEN));
        assertThat(read.model("claude-haiku-4-5-20251001").tokens()).isEqualTo(tokens(200, 410, 4221, 512));
        assertThat(read.model("claude-opus-4-5-20251101").cost()).isEqualTo(dollars("3.2"));
    }

    @Test
    void tokens_that_cost_nothing_have_no_known_price() {
        var read = TrackerSink.readFixture("ccusage-date.json");

        var day = read.on("2026-02-04");
        assertThat(day.cost().isKnown()).isFalse();
        assertThat(read.model("some-local-model").cost().isKnown()).isFalse();
    }

    @Test
    void its_first_shape_has_days_under_data() {
        var read = TrackerSink.readFixture("ccusage-first.json");

        assertThat(read.of(Tool.CLAUDE_CODE).tokens()).isEqualTo(tokens(101, 202, 44, 33));
        assertThat(read.of(Tool.CLAUDE_CODE).cost()).isEqualTo(dollars("0.55"));
    }

    @Test
    void instances_are_projects_and_their_days_add_up() {
        var read = TrackerSink.readFixture("ccusage-instances.json");

        assertThat(read.rows).isEqualTo(3);
        assertThat(read.of(Tool.CLAUDE_CODE).tokens()).isEqualTo(tokens(78, 221, 23, 12));
        assertThat(read.of(Tool.CLAUDE_CODE).cost()).isEqualTo(dollars("3.25"));
        assertThat(read.project("-home-ada-shop").cost()).isEqualTo(dollars("2.75"));
        assertThat(read.project("-home-ada-blog").tokens()).isEqualTo(tokens(1, 1, 1, 1));
    }

    @Test
    void days_of_several_tools_are_told_apart_by_models_or_not_counted() {
        var read = TrackerSink.readFixture("ccusage-period.json");

        assertThat(read.days).containsOnlyKeys(Tool.CLAUDE_CODE, Tool.CODEX);
        assertThat(read.of(Tool.CLAUDE_CODE).tokens()).isEqualTo(tokens(103, 704, 4002, 301));
        assertThat(read.of(Tool.CLAUDE_CODE).cost()).isEqualTo(dollars("1.625"));
        assertThat(read.of(Tool.CODEX).tokens()).isEqualTo(tokens(1000, 90, 1000, 0));
        assertThat(read.rejections)
                .containsOnlyKeys(3L)
                .containsEntry(
                        3L,
                        "agent is the sum of several tools (claude, opencode): let ccusage print each by itself, or with"
                                + " --by-agent.");
    }

    @Test
    void what_somebody_says_beside_the_file_goes_first() {
        var read = TrackerSink.readFixture("ccusage-period.json", ImportHints.NONE.withTool(OPENCODE));

        assertThat(read.rejections).isEmpty();
        assertThat(read.days).containsOnlyKeys(OPENCODE);
        assertThat(read.of(OPENCODE).tokens().total()).isEqualTo(Count.of(7220));
    }

    @Test
    void parts_by_agent_are_each_tools_own_and_weeks_are_none() {
        var read = TrackerSink.readFixture("ccusage-by-agent.json");

        assertThat(read.rows).isEqualTo(1);
        assertThat(read.days).containsOnlyKeys(Tool.CLAUDE_CODE, OPENCODE);
        assertThat(read.of(Tool.CLAUDE_CODE).tokens()).isEqualTo(tokens(10, 100, 1000, 1));
        assertThat(read.of(OPENCODE).tokens())
                .isEqualTo(tokens(20, 200, 2000, 2).plus(TokenCount.ofTotal(Count.of(7))));
        assertThat(read.of(OPENCODE).cost()).isEqualTo(dollars("0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ccusage-codex-first.json", "ccusage-codex.json"})
    void codex_counts_cached_input_once_and_reasoning_in_the_output(String fixture) {
        var read = TrackerSink.readFixture(fixture);

        assertThat(read.days).containsOnlyKeys(Tool.CODEX);
        assertThat(read.of(Tool.CODEX).tokens().total()).isEqualTo(Count.of(1050));
        assertThat(read.of(Tool.CODEX).tokens().input()).isEqualTo(Count.of(200));
        assertThat(read.of(Tool.CODEX).tokens().cacheRead()).isEqualTo(Count.of(800));
        assertThat(read.of(Tool.CODEX).cost()).isEqualTo(dollars("0.01"));
        assertThat(read.models.values().iterator().next().tokens().total()).isEqualTo(Count.of(1050));
    }

    @Test
    void equal_rows_stay_two_and_what_can_not_be_is_rejected_by_its_number() {
        var row =
                "{\"date\":\"2026-02-03\",\"inputTokens\":1,\"outputTokens\":2,\"cacheReadTokens\":3,\"totalCost\":1}";
        var read = TrackerSink.readText("{\"daily\":[" + row + "," + row + "," + row.replace("2026", "1970") + ","
                + row.replace("2026", "2999") + "," + row.replace(":3", ":-3") + ","
                + row.replace(":3", ":12345678901234567890") + ","
                + row.replace("\"totalCost\":1", "\"totalCost\":1e308")
                + "," + row.replace("02-03", "W06") + ",7]}");

        assertThat(read.of(Tool.CLAUDE_CODE).tokens().total()).isEqualTo(Count.of(12));
        assertThat(read.rejections)
                .containsEntry(3L, "date is outside of the times of such tools.")
                .containsEntry(4L, "date is outside of the times of such tools.")
                .containsEntry(5L, "cacheReadTokens is no whole number of at least 0.")
                .containsEntry(6L, "cacheReadTokens is no whole number of at least 0.")
                .containsEntry(7L, "totalCost is a number that can't be.")
                .containsEntry(8L, "date is no date.")
                .containsEntry(9L, "is no object")
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void a_mark_at_the_beginning_says_how_to_read(String charset) throws Exception {
        var file = "\uFEFF" + new String(TrackerSink.fixture("ccusage-date.json"), StandardCharsets.UTF_8);

        assertThat(new TrackerSink(ImportHints.NONE)
                        .and(file.getBytes(charset))
                        .of(Tool.CLAUDE_CODE)
                        .tokens()
                        .total())
                .isEqualTo(Count.of(1916376));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"daily\":[]}",
                "{\"weekly\":[{\"week\":\"2026-02-01\",\"inputTokens\":1,\"outputTokens\":2,\"cacheReadTokens\":3}]}",
                "{\"daily\":[{\"date\":\"2026-02-03\",\"requests\":1,\"tokens\":{\"input\":1}}]}"
            })
    void other_json_is_not_taken_for_it(String file) {
        assertThat(TrackerSink.readersOf(file.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static TokenCount tokens(long input, long output, long cacheRead, long cacheCreation) {
        return TokenCount.ofKinds(Count.of(input), Count.of(output), Count.of(cacheRead), Count.of(cacheCreation));
    }

    private static Cost dollars(String amount) {
        return Cost.ofDollars(new BigDecimal(amount), CostBasis.LIST_PRICE);
    }
}
