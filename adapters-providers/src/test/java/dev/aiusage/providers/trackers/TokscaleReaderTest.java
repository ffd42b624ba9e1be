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

final class TokscaleReaderTest {

    @Test
    void each_day_falls_to_its_tools_and_models() {
        var read = TrackerSink.readFixture("tokscale-sources.json");

        assertThat(read.rejections).isEmpty();
        assertThat(read.rows).isEqualTo(2);
        assertThat(read.days).containsOnlyKeys(Tool.CLAUDE_CODE, Tool.CODEX);
        assertThat(read.of(Tool.CLAUDE_CODE).requests()).isEqualTo(RequestCount.of(8, RequestBasis.AS_GIVEN));
        assertThat(read.of(Tool.CLAUDE_CODE).tokens())
                .isEqualTo(TokenCount.ofKinds(Count.of(11), Count.of(200), Count.of(2000), Count.of(10)));
        assertThat(read.of(Tool.CLAUDE_CODE).cost())
                .isEqualTo(Cost.ofDollars(new BigDecimal("1.75"), CostBasis.LIST_PRICE));
        assertThat(read.model("gpt-5").tokens().output()).isEqualTo(Count.of(5 + 5));
    }

    @Test
    void later_versions_call_tools_clients() {
        var read = TrackerSink.readFixture("tokscale-clients.json");

        assertThat(read.days).containsOnlyKeys(Tool.GEMINI_CLI, new Tool("roo_code"));
        assertThat(read.of(Tool.GEMINI_CLI).tokens().total()).isEqualTo(Count.of(16));
        assertThat(read.of(new Tool("roo_code")).cost().isKnown()).isFalse();
        assertThat(read.of(new Tool("roo_code")).requests().count()).isEqualTo(Count.of(2));
    }

    @Test
    void a_row_with_one_part_that_can_not_be_adds_nothing() {
        var file = new String(TrackerSink.fixture("tokscale-sources.json"), StandardCharsets.UTF_8)
                .replace("\"messages\": 2}", "\"messages\": -2}");
        var read = new TrackerSink(ImportHints.NONE).and(file.getBytes(StandardCharsets.UTF_8));

        assertThat(read.rejections)
                .containsOnlyKeys(1L)
                .containsEntry(1L, "sources[].messages is no whole number of at least 0.");
        assertThat(read.of(Tool.CLAUDE_CODE).requests().count()).isEqualTo(Count.of(3));
        assertThat(read.days).doesNotContainKey(Tool.CODEX);
    }
}
