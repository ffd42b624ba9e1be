package dev.aiusage.providers.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorExportTest {

    private static final String V2 =
            "Date,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,"
                    + "Output Tokens,Total Tokens,Cost\n";
    private static final String TEAM = "Date,User,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),"
            + "Cache Read,Output Tokens,Total Tokens,Cost\n";

    @ParameterizedTest
    @ValueSource(strings = {"""
                Date,Model,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost,Cost to you
                2026-11-13T18:36:05.846Z,gpt-5,28342,775,105891,21282,156290,0.19,0
                2026-11-13T19:00:00Z,auto,0,8263,66964,1612,0,"$1,234.56",$1.00
                """, """
                Date,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost
                "2026-11-13T18:36:05.846Z","Included","gpt-5","No","28342","775","105891","21282","156290","0.19"
                "2026-11-13T19:00:00Z","Included","auto","Yes","0","8263","66964","1612","76839","$1,234.56"
                """, """
                Date,User,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost
                2026-11-13T18:36:05.846Z,anna@example.com,Included,gpt-5,No,28342,775,105891,21282,156290,$0.19
                2026-11-13T19:00:00Z,bert@example.com,Included,auto,Yes,0,8263,66964,1612,76839,"1,234.56"
                """, """
                Date,Cloud Agent ID,Automation ID,Kind,Model,Max Mode,"Input (w/ Cache Write)","Input (w/o Cache Write)",Cache Read,Output Tokens,Total Tokens,Cost
                2026-11-13T18:36:05.846Z,,,Included,gpt-5,false,28342,775,105891,21282,156290,0.19
                2026-11-13T19:00:00Z,bc-1,au-1,Included,auto,true,0,8263,66964,1612,76839,1234.56
                """, """
                Date,User,Cloud Agent ID,Automation ID,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost
                2026-11-13T18:36:05.846Z,anna@example.com,,,Included,gpt-5,false,28342,775,105891,21282,156290,0.19
                2026-11-13T19:00:00Z,bert@example.com,,,Included,auto,true,0,8263,66964,1612,76839,1234.56
                """})
    void every_version_of_the_export_has_the_totals_of_its_rows(String file) throws Exception {
        var read = FileSink.read(file);

        assertThat(read.rejections).isEmpty();
        assertThat(read.tools).containsOnly(Tool.CURSOR);
        assertThat(read.total().requests()).isEqualTo(RequestCount.of(2, RequestBasis.REQUESTS));
        assertThat(read.total().tokens()).isEqualTo(kinds(9038, 22894, 172855, 28342));
        assertThat(read.total().cost()).isEqualTo(Cost.ofDollars(new BigDecimal("1234.75"), CostBasis.VENDOR_ESTIMATE));
        assertThat(read.events.values().stream().map(UsageEvent::at))
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-11-13T18:36:05.846Z"), Instant.parse("2026-11-13T19:00:00Z"));
    }

    @Test
    void where_requests_are_billed_there_is_a_column_of_them_and_no_cost() throws Exception {
        var read = FileSink.read(V2.replace("Cost", "Requests") + """
                2026-11-13T18:36:05Z,Included,gpt-5,No,1,2,3,4,10,2
                2026-11-13T18:36:06Z,Included,gpt-5,No,1,2,3,4,10,0.5
                """);

        assertThat(read.total().requests()).isEqualTo(RequestCount.of(2, RequestBasis.REQUESTS));
        assertThat(read.total().cost()).isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void columns_may_stand_in_any_order_among_others_and_the_delimiter_may_be_another() throws Exception {
        var read = FileSink.read("""
                Output Tokens;MODEL;New Column;Input  (w/o Cache Write);date;Input (w/ Cache Write)
                4;gpt-5;x;2;2026-11-13T18:36:05Z;1
                """);

        assertThat(read.total().tokens()).isEqualTo(new TokenCount(n(2), n(4), Count.UNKNOWN, n(1), Count.UNKNOWN));
        assertThat(FileSink.read(V2.replace(',', '\t') + "2026-11-13T18:36:05Z\t\tm\t\t1\t2\t3\t4\t10\t-\n")
                        .total()
                        .tokens())
                .isEqualTo(kinds(2, 4, 3, 1));
    }

    @Test
    void errored_and_aborted_rows_are_no_requests_and_keep_their_tokens_and_cost() throws Exception {
        var read = FileSink.read(V2 + """
                2026-11-13T18:00:01Z,"Errored, No Charge",gpt-5,No,1,1,1,1,4,0.5
                2026-11-13T18:00:02Z,"Errored, Not Charged",gpt-5,No,1,1,1,1,4,-
                2026-11-13T18:00:03Z,"Aborted, Not Charged",gpt-5,No,1,1,1,1,4,
                2026-11-13T18:00:04Z,Errored,gpt-5,No,1,1,1,1,4,NaN
                2026-11-13T18:00:05Z,User API Key,gpt-5,No,1,1,1,1,4,Free
                """);

        assertThat(read.total().requests()).isEqualTo(RequestCount.of(1, RequestBasis.REQUESTS));
        assertThat(read.total().tokens().total()).isEqualTo(n(20));
        assertThat(read.total().cost()).isEqualTo(Cost.ofDollars(new BigDecimal("0.5"), CostBasis.VENDOR_ESTIMATE));
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void only_what_is_paid_on_demand_counts_as_billed() throws Exception {
        var read = FileSink.read(V2 + "2026-11-13T18:00:01Z,On-Demand,\"Opus 4.8, Auto\",No,1,1,1,1,4,0.25\n");

        assertThat(read.total().cost()).isEqualTo(Cost.ofDollars(new BigDecimal("0.25"), CostBasis.BILLED));
        assertThat(read.events.values())
                .extracting(event -> event.labels().model().text())
                .containsExactly("Opus 4.8, Auto");
    }

    @Test
    void equal_rows_of_a_file_stay_apart_and_come_again_as_the_same() throws Exception {
        var row = "2026-11-13T18:00:01Z,Included,gpt-5,No,1,1,1,1,4,0.25\n";
        var file = V2 + row + row + row.replace("gpt-5", "auto") + row;

        var once = FileSink.read(file);
        var twice = FileSink.read(file).and(file);

        assertThat(once.events).hasSize(4);
        assertThat(twice.events).isEqualTo(once.events);
    }

    @Test
    void overlapping_exports_of_any_version_bring_each_event_once() throws Exception {
        var personal = V2 + """
                2026-11-13T18:00:03Z,Included,gpt-5,No,3,1,1,1,6,Included
                2026-11-13T18:00:02Z,Included,gpt-5,No,2,1,1,1,5,0.10
                """;
        var team = TEAM + """
                2026-11-13T18:00:02Z,anna@example.com,Included,gpt-5,No,2,1,1,1,5,0.10
                2026-11-13T18:00:01Z,anna@example.com,Included,gpt-5,No,1,1,1,1,4,0.10
                """;

        assertThat(FileSink.read(personal).and(team).events).hasSize(3);
        assertThat(FileSink.read(team).and(personal).total())
                .isEqualTo(FileSink.read(personal).and(team).total());
    }

    @Test
    void of_a_team_only_the_account_that_is_asked_for_is_taken() throws Exception {
        var team = TEAM + """
                2026-11-13T18:00:01Z,anna@example.com,Included,gpt-5,No,1,0,0,0,1,0.10
                2026-11-13T18:00:02Z,bert@example.com,Included,gpt-5,No,10,0,0,0,10,0.10
                """;

        var annas = new FileSink(ImportHints.NONE.withAccount("Anna@Example.com")).and(team);

        assertThat(annas.rows).isEqualTo(2);
        assertThat(annas.total().tokens().total()).isEqualTo(n(1));
        assertThat(FileSink.read(team).total().tokens().total()).isEqualTo(n(11));
        assertThat(Collections.disjoint(
                        annas.events.keySet(), FileSink.read(team).events.keySet()))
                .isTrue();
    }

    @Test
    void rows_that_only_have_a_date_are_of_their_day() throws Exception {
        var read = FileSink.read(TEAM + """
                2026-11-13,anna@example.com,Included,gpt-5,No,1,0,0,0,1,0.10
                2026-11-13,anna@example.com,Included,gpt-5,No,1,0,0,0,1,0.10
                """);

        assertThat(read.events).isEmpty();
        assertThat(read.total().tokens().total()).isEqualTo(n(2));
        assertThat(read.part(Dimension.MEMBER, "anna@example.com").requests().count())
                .isEqualTo(n(2));
    }

    @Test
    void random_exports_add_up_to_an_independent_count() throws Exception {
        for (var seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder(V2);
            var sums = new long[4];
            var requests = 0;
            for (var row = 0; row < 500; row++) {
                var failed = random.nextInt(5) == 0;
                text.append("2026-11-")
                        .append(10 + random.nextInt(14))
                        .append("T10:00:0")
                        .append(random.nextInt(10));
                text.append(failed ? "Z,\"Errored, No Charge\"," : "Z,Included,")
                        .append("m")
                        .append(random.nextInt(2))
                        .append(",No");
                for (var kind = 0; kind < 4; kind++) {
                    var tokens = random.nextInt(3);
                    sums[kind] += tokens;
                    text.append(',').append(tokens);
                }
                text.append(",0,Included\n");
                requests += failed ? 0 : 1;
            }

            var read = FileSink.read(text.toString()).and(text.toString());

            assertThat(read.total().tokens()).as("seed %s", seed).isEqualTo(kinds(sums[1], sums[3], sums[2], sums[0]));
            assertThat(read.total().requests().count()).as("seed %s", seed).isEqualTo(n(requests));
        }
    }

    @Test
    void what_can_not_be_is_rejected_by_its_line_and_column() throws Exception {
        var read = FileSink.read(V2 + """
                1970-01-01T00:00:00Z,Included,m,No,1,1,1,1,4,1
                2999-01-01T00:00:00Z,Included,m,No,1,1,1,1,4,1
                yesterday,Included,m,No,1,1,1,1,4,1
                2026-11-13T18:00:01Z,Included,m,No,-1,1,1,1,4,1
                2026-11-13T18:00:01Z,Included,m,No,1,1e308,1,1,4,1
                2026-11-13T18:00:01Z,Included,m,No,1,1,12345678901234567890,1,4,1
                2026-11-13T18:00:01Z,Included,m,No,1,1,1,1,4,1e308
                2026-11-13T18:00:01Z,Included,m,No,1,1,1,1,4,-0.10
                2026-11-13T18:00:01Z,Included,m,No,1,1,1

                2026-11-13T18:00:01Z,Included,a,b,No,1,1,1,1,4,1
                2026-11-13T18:00:01Z,Included,"=HYPERLINK(""http://x"")",No,1,1,1,1,4,1
                """);

        assertThat(read.rejections.values().stream().collect(Collectors.toList()))
                .isEqualTo(List.of(
                        "date lies outside of the times of such tools",
                        "date lies outside of the times of such tools",
                        "date is no time like 2026-11-24T18:36:05.846Z",
                        "input (w/ cache write) is negative",
                        "input (w/o cache write) is no whole number",
                        "cache read is more than 1000000000",
                        "cost is no number",
                        "cost is negative",
                        "has 7 cells where the first row has 10",
                        "has 11 cells where the first row has 10"));
        assertThat(new TreeSet<>(read.rejections.keySet())).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 12L);
        assertThat(read.rows).isEqualTo(11);
        assertThat(read.events.values())
                .extracting(event -> event.labels().model().text())
                .containsExactly("=HYPERLINK(\"http://x\")");
    }

    private static Count n(long number) {
        return Count.of(number);
    }

    private static TokenCount kinds(long input, long output, long cacheRead, long cacheCreation) {
        return TokenCount.ofKinds(n(input), n(output), n(cacheRead), n(cacheCreation));
    }
}
