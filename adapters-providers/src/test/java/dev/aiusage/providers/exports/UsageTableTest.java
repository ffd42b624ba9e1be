package dev.aiusage.providers.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.domain.integration.Tool;
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
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class UsageTableTest {

    @Test
    void every_column_counts_for_what_it_says() throws Exception {
        var read = FileSink.read("""
                date,tool,requests,input_tokens,output_tokens,cache_read_tokens,cache_creation_tokens,total_tokens,\
                lines_added,lines_removed,suggestions,acceptances,sessions,cost_usd,model,project,account
                2026-11-13,Claude Code,7,1,2,3,4,15,50,20,9,6,2,0.125,opus,shop,anna
                """);

        assertThat(read.tools).containsExactly(Tool.CLAUDE_CODE);
        assertThat(read.total())
                .isEqualTo(new Measures(
                        RequestCount.of(7, RequestBasis.AS_GIVEN),
                        new TokenCount(n(1), n(2), n(3), n(4), n(5)),
                        LinesChanged.of(50, 20),
                        new Decisions(n(9), n(6), Count.UNKNOWN),
                        n(2),
                        Cost.ofDollars(new BigDecimal("0.125"), CostBasis.VENDOR_ESTIMATE)));
        assertThat(read.part(Dimension.MODEL, "opus")).isEqualTo(read.total());
        assertThat(read.part(Dimension.PROJECT, "shop")).isEqualTo(read.total());
        assertThat(read.part(Dimension.MEMBER, "anna")).isEqualTo(read.total());
    }

    @Test
    void what_is_not_given_is_unknown_and_not_zero() throws Exception {
        var read = FileSink.read("date,tool,requests,total_tokens,cost_usd\n2026-11-13,copilot,,0,\n");

        assertThat(read.tools).containsExactly(Tool.GITHUB_COPILOT);
        assertThat(read.total()).isEqualTo(Measures.NONE.withTokens(TokenCount.ofTotal(Count.ZERO)));
    }

    @Test
    void a_tool_may_stand_beside_the_file() throws Exception {
        var file = "date,requests\n2026-11-13,4\n".getBytes(StandardCharsets.UTF_8);

        var read = new FileSink(ImportHints.NONE.withTool(Tool.CODEX))
                .and(FileSink.reader("usage_csv"), new ByteArrayInputStream(file));
        var without = new FileSink(ImportHints.NONE).and(FileSink.reader("usage_csv"), new ByteArrayInputStream(file));

        assertThat(read.tools).containsExactly(Tool.CODEX);
        assertThat(without.rejections).containsEntry(2L, "tool is missing");
    }

    @Test
    void of_several_accounts_only_the_one_that_is_asked_for_is_taken() throws Exception {
        var read = new FileSink(ImportHints.NONE.withAccount("anna")).and("""
                date,tool,requests,account
                2026-11-13,cursor,1,anna
                2026-11-13,cursor,10,bert
                2026-11-13,cursor,100,
                """);

        assertThat(read.total().requests().count()).isEqualTo(n(101));
        assertThat(read.days).allMatch(day -> day.breakdowns().isEmpty());
    }

    @Test
    void what_can_not_be_is_rejected_by_its_line_and_column() throws Exception {
        var read = FileSink.read("""
                date,tool,requests,input_tokens,total_tokens,cost_usd
                1969-12-31,cursor,1,,,
                2999-01-01,cursor,1,,,
                13.11.2026,cursor,1,,,
                2026-11-13,=cmd(),1,,,
                2026-11-13,cursor,-1,,,
                2026-11-13,cursor,1.5,,,
                2026-11-13,cursor,12345678901234567890,,,
                2026-11-13,cursor,1,5,4,
                2026-11-13,cursor,1,,,1e308
                2026-11-13,cursor,,,,
                2026-11-13,cursor
                ,,,,,
                2026-11-13,cursor,1,,,
                """);

        assertThat(read.rejections.values())
                .containsExactly(
                        "date lies outside of the times of such tools",
                        "date lies outside of the times of such tools",
                        "date is no date like 2026-11-24",
                        "tool is no name like claude_code",
                        "requests is negative",
                        "requests is no whole number",
                        "requests is more than 1000000000",
                        "total_tokens is less than its kinds add up to",
                        "cost_usd is no number",
                        "holds no number",
                        "has 2 cells where the first row has 6");
        assertThat(read.total().requests().count()).isEqualTo(n(1));
        assertThat(read.rows).isEqualTo(12);
    }

    @Test
    void a_comma_that_may_begin_a_fraction_is_not_guessed_about() throws Exception {
        var read = FileSink.read("""
                date;tool;requests;cost_usd
                2026-11-13;cursor;1;1,125
                2026-11-13;cursor;1;0,19
                """);
        var tabs = FileSink.read("""
                date\ttool\trequests\tcost_usd
                2026-11-13\tcursor\t1\t1,125
                2026-11-13\tcursor\t1\t0.125
                """);
        var usual = FileSink.read("""
                date,tool,requests,cost_usd
                2026-11-13,cursor,1,"$1,125.5"
                2026-11-13,cursor,1,"0,125"
                """);

        assertThat(read.rejections)
                .containsEntry(2L, "cost_usd is no number")
                .containsEntry(3L, "cost_usd is no number");
        assertThat(tabs.rejections).containsEntry(2L, "cost_usd is no number").hasSize(1);
        assertThat(usual.rejections).containsEntry(3L, "cost_usd is no number").hasSize(1);
        assertThat(usual.total().cost()).isEqualTo(Cost.ofDollars(new BigDecimal("1125.5"), CostBasis.VENDOR_ESTIMATE));
    }

    private static Count n(long number) {
        return Count.of(number);
    }
}
