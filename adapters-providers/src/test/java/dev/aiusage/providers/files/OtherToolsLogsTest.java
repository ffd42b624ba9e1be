package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.scanning.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherToolsLogsTest {

    private final ToolLogs tools = new ToolLogs(ListPrices.load(), Clock.fixed(Read.NOW, ZoneOffset.UTC));

    @TempDir
    Path home;

    private int written;

    @Test
    void logs_of_all_tools_are_found_the_oldest_first() throws IOException {
        write(".gemini/tmp/shop/chats/session-2026-11-20-a.json");
        write(".claude/projects/p/a.jsonl");
        write(".codex/sessions/2026/11/20/rollout-a.jsonl");
        write(".codex/archived_sessions/rollout-b.jsonl.gz");
        write(".gemini/tmp/shop/chats/session-2026-11-21-b.jsonl");
        write(".gemini/tmp/shop/chats/7f0c2d4e/agent.jsonl");

        assertThat(find(Map.of()))
                .extracting(LogFile::name)
                .containsExactly(
                        "shop/chats/session-2026-11-20-a.json",
                        "p/a.jsonl",
                        "2026/11/20/rollout-a.jsonl",
                        "rollout-b.jsonl.gz",
                        "shop/chats/session-2026-11-21-b.jsonl",
                        "shop/chats/7f0c2d4e/agent.jsonl");
        assertThat(find(Map.of()))
                .extracting(file -> file.reader().format().slug())
                .containsExactly(
                        "gemini_json", "claude_code_jsonl", "codex_jsonl", "codex_jsonl", "gemini_json", "gemini_json");
    }

    @Test
    void variables_move_the_places_and_the_usual_ones_are_looked_at_too() throws IOException {
        write("elsewhere/codex/sessions/rollout-a.jsonl");
        write("elsewhere/codex/archived_sessions/rollout-b.jsonl");
        write("elsewhere/.gemini/tmp/p/chats/session-c.jsonl");
        write(".codex/sessions/rollout-d.jsonl");
        var environment = Map.of(
                "CODEX_HOME", home.resolve("elsewhere/codex").toString(),
                "GEMINI_CLI_HOME", home.resolve("elsewhere").toString());

        assertThat(find(environment)).hasSize(4);
        assertThat(find(Map.of("CODEX_HOME", "\0", "GEMINI_CLI_HOME", " "))).hasSize(1);
    }

    @Test
    void what_is_no_session_is_left() throws IOException {
        write(".codex/history.jsonl");
        write(".codex/sessions/2026/notes.jsonl");
        write(".codex/sessions/2026/rollout-a.json");
        write(".gemini/tmp/p/logs.json");
        write(".gemini/tmp/p/chats/notes.json");
        write(".gemini/tmp/p/checkpoints/session-a.json");
        write(".gemini/tmp/chats/session-b.json");

        assertThat(find(Map.of())).isEmpty();
    }

    @Test
    void a_chat_belongs_to_the_project_of_its_folder_unless_that_is_a_hash() throws IOException {
        write(".gemini/tmp/shop/chats/session-a.json");
        write(".gemini/tmp/" + "0af9".repeat(16) + "/chats/session-b.json");

        assertThat(find(Map.of())).extracting(file -> project(file.reader())).containsExactly("shop", "");
    }

    private static String project(UsageReader reader) {
        return new LogReading(reader, new CollectingSink())
                .lines("{'id':'m','timestamp':'2026-11-20T09:00:00Z','type':'gemini','tokens':{'input':1}}")
                .sink()
                .onlyEvent()
                .labels()
                .project()
                .text();
    }

    private List<LogFile> find(Map<String, String> environment) {
        return tools.on("machine", environment, home).find();
    }

    private void write(String name) throws IOException {
        var path = home.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "0123456789");
        Files.setLastModifiedTime(
                path, FileTime.from(Read.NOW.minusSeconds(1_000).plusSeconds(written++)));
    }
}
