package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.AiUsage;
import dev.aiusage.LogPlaces;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.application.importing.ImportWarning;
import dev.aiusage.application.importing.UsageFile;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Claude Code, Codex and Gemini CLI left on one machine, scanned and imported. */
class LocalLogsOfAllToolsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UserId ADA = new UserId(UUID.fromString("0a000000-0000-4000-8000-000000000001"));
    private static final String HEAD = """
            {"timestamp":"2026-11-23T09:00:00Z","type":"session_meta","payload":{"id":"s1","cwd":"/home/ada/code/shop"}}
            {"timestamp":"2026-11-23T09:00:01Z","type":"turn_context","payload":{"turn_id":"t1","model":"gpt-6-astra"}}
            """;
    private static final String TOTALS = """
            {"timestamp":"2026-11-23T09:0%1$s:02Z","type":"event_msg","payload":{"type":"token_count","info":\
            {"total_token_usage":{"input_tokens":%1$s000,"cached_input_tokens":%1$s00,"output_tokens":%1$s0}}}}
            """;
    private static final String CHAT = """
            {
              "sessionId": "g1", "projectHash": "h", "startTime": "2026-11-23T09:00:00Z",
              "messages": [
                {"id": "m1", "timestamp": "2026-11-23T09:00:00Z", "type": "user", "content": "Hello"},
                {"id": "m2", "timestamp": "2026-11-23T09:00:05Z", "type": "gemini", "model": "gemini-3-pro",
                 "tokens": {"input": 500, "output": 20, "cached": 100, "thoughts": 5, "tool": 0, "total": 525}}
              ]
            }
            """;

    @TempDir
    private Path home;

    private AiUsage usage;

    @BeforeEach
    void open() {
        usage = AiUsage.builder()
                .inMemory()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .localLogs(new LogPlaces("laptop", home, Map.of()))
                .build();
    }

    @AfterEach
    void close() {
        usage.close();
    }

    @Test
    void a_scan_shows_each_tool_with_its_own_requests_and_tokens() throws IOException {
        Transcript.of("claude", 3, NOW).writeUnder(home);
        codex("sessions/2026/11/23/rollout-a.jsonl", HEAD + TOTALS.formatted(1) + TOTALS.formatted(2));
        codex("archived_sessions/rollout-a.jsonl", HEAD + TOTALS.formatted(1));
        write(".gemini/tmp/shop/chats/session-a.json", CHAT);

        usage.scanLocalLogs().scan(ADA);

        assertThat(shown())
                .containsEntry(Tool.CLAUDE_CODE, "3 requests, 360 tokens")
                .containsEntry(Tool.CODEX, "2 requests, 2020 tokens")
                .containsEntry(Tool.GEMINI_CLI, "1 requests, 525 tokens");
    }

    @Test
    void a_session_that_goes_on_is_counted_on_and_what_was_broken_is_told_once() throws IOException {
        var file = codex("sessions/rollout-a.jsonl", HEAD + TOTALS.formatted(1) + "broken\n" + TOTALS.formatted(2));
        var first = usage.scanLocalLogs().scan(ADA);
        Files.writeString(file, Files.readString(file) + TOTALS.formatted(3));

        var second = usage.scanLocalLogs().scan(ADA);

        assertThat(shown()).containsEntry(Tool.CODEX, "3 requests, 3030 tokens");
        assertThat(first.examples()).singleElement().asString().startsWith("rollout-a.jsonl:4: is not valid JSON");
        assertThat(second.rowsRead()).isEqualTo(1);
        assertThat(second.rowsRejected()).isZero();
        assertThat(usage.scanLocalLogs().scan(ADA).filesRead()).isZero();
    }

    @Test
    void an_import_of_what_was_scanned_changes_nothing_and_names_models_without_a_price() throws IOException {
        var codex = codex("sessions/rollout-a.jsonl", HEAD + TOTALS.formatted(1));
        var gemini = write(".gemini/tmp/shop/chats/session-a.json", CHAT);
        usage.scanLocalLogs().scan(ADA);

        var ofCodex = bring(codex);
        var ofGemini = bring(gemini);

        assertThat(ofCodex.format().slug()).isEqualTo("codex_jsonl");
        assertThat(ofCodex.rowsRead()).isEqualTo(3);
        assertThat(ofCodex.rowsImported()).isZero();
        assertThat(ofCodex.warnings()).extracting(ImportWarning::code).containsExactly("unpriced_model");
        assertThat(ofGemini.format().slug()).isEqualTo("gemini_json");
        assertThat(ofGemini.rowsRead()).isEqualTo(2);
        assertThat(ofGemini.rowsImported()).isZero();
        assertThat(shown()).hasSize(2).containsEntry(Tool.CODEX, "1 requests, 1010 tokens");
    }

    private Map<Tool, String> shown() {
        var shown = new TreeMap<Tool, String>();
        for (var tool : new Host(usage, ADA).dashboard().tools()) {
            var total = tool.totals();
            shown.put(
                    tool.tool(),
                    total.requests().count() + " requests, " + total.tokens().total() + " tokens");
        }
        return shown;
    }

    private ImportReport bring(Path file) {
        var opened = new UsageFile() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
        return usage.importUsage().importFile(new ImportRequest(ADA, ImportFormat.AUTO, opened, 1 << 20));
    }

    private Path codex(String name, String text) throws IOException {
        return write(".codex/" + name, text);
    }

    private Path write(String name, String text) throws IOException {
        var path = home.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
