package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.AiUsage;
import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.RequestRejected.TooLarge.Kept;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.application.importing.UsageFile;
import dev.aiusage.domain.dashboard.DayBasis;
import dev.aiusage.domain.dashboard.ToolUsage;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final UserId ADA = new UserId(UUID.fromString("0a000000-0000-4000-8000-000000000001"));
    private static final String CURSOR = """
            Date,User,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost
            2026-11-23T18:00:02Z,ada@example.com,Included,gpt-5,No,1,2,3,4,10,0.50
            2026-11-23T18:00:02Z,ada@example.com,Included,gpt-5,No,1,2,3,4,10,0.50
            2026-11-22T18:00:01Z,bob@example.com,"Errored, No Charge",claude-opus-4,No,10,20,30,40,100,
            """;

    private final AiUsage usage = AiUsage.builder().inMemory().clock(CLOCK).build();

    @AfterEach
    void close() {
        usage.close();
    }

    @Test
    void an_export_of_events_is_recognised_counted_and_the_same_again_changes_nothing() {
        var first = bring(CURSOR);
        var again = bring(CURSOR);

        assertThat(first.format()).isEqualTo(new ImportFormat("cursor_csv"));
        assertThat(first.rowsImported()).isEqualTo(3);
        assertThat(first.days()).isEqualTo(2);
        assertThat(first.warnings()).isEmpty();
        assertThat(again.rowsRead()).isEqualTo(3);
        assertThat(again.rowsImported()).isZero();
        assertThat(shown(Tool.CURSOR).basis()).isEqualTo(DayBasis.ZONED);
        assertThat(requests(Tool.CURSOR)).isEqualTo(2);
        assertThat(tokens(Tool.CURSOR)).isEqualTo(120);
    }

    @Test
    void what_an_export_does_not_price_has_no_cost_of_ours() {
        bring(CURSOR);

        assertThat(shown(Tool.CURSOR).totals().cost().dollars().map(Object::toString))
                .contains("1");
    }

    @Test
    void one_person_beside_the_whole_team_counts_once() {
        bring(CURSOR, ImportHints.NONE.withAccount("ada@example.com"));
        assertThat(tokens(Tool.CURSOR)).isEqualTo(20);

        bring(CURSOR);

        assertThat(tokens(Tool.CURSOR)).isEqualTo(120);
        assertThat(requests(Tool.CURSOR)).isEqualTo(2);
    }

    @Test
    void two_spellings_of_an_account_are_one_and_count_once() {
        var bill = """
                date,username,product,sku,model,quantity,unit_type,net_amount
                2026-11-23,Octocat,copilot,copilot_premium_request,GPT-5,3,requests,0.12
                """;
        bring(bill, ImportHints.NONE.withAccount("Octocat"));

        var again = bring(bill, ImportHints.NONE.withAccount("octocat"));

        assertThat(again.rowsImported()).isZero();
        assertThat(requests(Tool.GITHUB_COPILOT)).isEqualTo(3);
    }

    @Test
    void days_are_whole_however_their_rows_lie_and_a_later_file_replaces_them() {
        var first = bring("""
                date,tool,requests,model
                2026-11-22,cursor,1,a
                2026-11-23,cursor,10,a
                2026-11-22,cursor,100,b
                2026-11-22,codex,7,
                """);
        assertThat(first.rowsImported()).isEqualTo(4);
        assertThat(requests(Tool.CURSOR)).isEqualTo(111);
        assertThat(requests(Tool.CODEX)).isEqualTo(7);

        var overlapping = bring(
                "date,tool,requests,model\n2026-11-23,cursor,20,a\n2026-11-22,cursor,100,b\n2026-11-22,cursor,1,a\n");

        assertThat(overlapping.rowsRead()).isEqualTo(3);
        assertThat(overlapping.rowsImported()).isEqualTo(1);
        assertThat(requests(Tool.CURSOR)).isEqualTo(121);
        assertThat(requests(Tool.CODEX)).isEqualTo(7);
    }

    @Test
    void events_of_a_day_go_before_its_sum_and_are_not_added() {
        bring("date,tool,requests,total_tokens,lines_added\n2026-11-23,cursor,50,70,5\n2026-11-20,cursor,1,1,1\n");
        bring(CURSOR);

        assertThat(requests(Tool.CURSOR)).isEqualTo(2 + 1);
        assertThat(tokens(Tool.CURSOR)).isEqualTo(120 + 1);
        assertThat(shown(Tool.CURSOR).totals().lines().added().orElse(-1)).isEqualTo(6);
    }

    @Test
    void bills_and_kept_answers_of_github_are_recognised() {
        var bill = bring("\uFEFF" + """
                "date","username","product","sku","model","quantity","unit_type","net_amount"
                "2026-11-23","ada","copilot","copilot_premium_request","GPT-5","3","requests","0.12"
                """);
        var metrics = bring(
                "[{\"date\":\"2026-11-20\",\"copilot_dotcom_chat\":{\"models\":[{\"name\":\"default\",\"total_chats\":38}]}}]");

        assertThat(bill.format().slug()).isEqualTo("github_billing_csv");
        assertThat(metrics.format().slug()).isEqualTo("copilot_metrics_json");
        assertThat(requests(Tool.GITHUB_COPILOT)).isEqualTo(41);
    }

    @Test
    void an_unknown_table_is_refused_with_its_first_line_and_all_formats() {
        assertThatExceptionOfType(RequestRejected.UnrecognisedFormat.class)
                .isThrownBy(() -> bring("Datum|Werkzeug\n1|2\n"))
                .withMessage(
                        "The file is in none of the formats usage_events_jsonl, claude_code_jsonl, codex_jsonl, gemini_json,"
                                + " copilot_metrics_json, copilot_report_ndjson, codeburn_json, tokscale_json, ccusage_json, cursor_csv, github_billing_csv, usage_csv; it begins with: Datum|Werkzeug");
    }

    @Test
    void a_file_with_more_than_can_be_counted_leaves_nothing_of_its_days() {
        var table = new StringBuilder("date,tool,requests,total_tokens\n2026-11-22,cursor,1,1\n");
        table.append("2026-11-23,cursor,1,1000000000000\n".repeat(101));

        assertThatExceptionOfType(RequestRejected.Malformed.class).isThrownBy(() -> bring(table.toString()));
        assertThat(new Host(usage, ADA).dashboard().tools()).isEmpty();
    }

    @Test
    void a_file_that_is_too_large_says_whether_its_rows_were_kept() {
        var table = "date,tool,requests\n" + "2026-11-23,cursor,1\n".repeat(10_000);
        var events = new StringBuilder(CURSOR);
        for (var row = 0; row < 10_000; row++) {
            events.append("2026-11-23T18:00:02Z,ada@example.com,Included,gpt-5,No,1,2,3,4,10,")
                    .append(row)
                    .append('\n');
        }

        assertThat(refused(table, 100_000).kept()).isEqualTo(Kept.NOTHING);
        assertThat(new Host(usage, ADA).dashboard().tools()).isEmpty();
        assertThat(refused(events.toString(), 100).kept()).isEqualTo(Kept.NOTHING);
        assertThat(new Host(usage, ADA).dashboard().tools()).isEmpty();
        assertThat(refused(events.toString(), 600_000).kept()).isEqualTo(Kept.WHOLE_CHUNKS);
        assertThat(requests(Tool.CURSOR)).isGreaterThan(4_000);
    }

    @Test
    void a_file_with_a_name_on_every_row_is_refused_before_it_fills_the_memory() {
        var table = new StringBuilder("date,tool,requests,model\n");
        for (var row = 0; row < 250_001; row++) {
            table.append("2026-11-23,cursor,1,m").append(row).append('\n');
        }

        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> bring(table.toString()))
                .withMessageContaining("send fewer dates at a time");
    }

    private ImportReport bring(String file) {
        return bring(file, ImportHints.NONE);
    }

    private ImportReport bring(String content, ImportHints hints) {
        return bring(content, hints, Long.MAX_VALUE);
    }

    private RequestRejected.TooLarge refused(String content, long maxBytes) {
        return catchThrowableOfType(RequestRejected.TooLarge.class, () -> bring(content, ImportHints.NONE, maxBytes));
    }

    private ImportReport bring(String content, ImportHints hints, long maxBytes) {
        var file = new UsageFile() {
            @Override
            public String name() {
                return "export.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            }
        };
        return usage.importUsage().importFile(new ImportRequest(ADA, ImportFormat.AUTO, file, maxBytes, hints));
    }

    private ToolUsage shown(Tool tool) {
        return new Host(usage, ADA)
                .dashboard().tools().stream()
                        .filter(shown -> shown.tool().equals(tool))
                        .findFirst()
                        .orElseThrow();
    }

    private long requests(Tool tool) {
        return shown(tool).totals().requests().count().orElse(-1);
    }

    private long tokens(Tool tool) {
        return shown(tool).totals().tokens().total().orElse(-1);
    }
}
