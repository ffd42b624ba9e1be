package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.testing.Midnight;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a developer sees who has used Claude Code and starts the service for the first time. */
class RestartTest {

    @TempDir
    private Path directory;

    @Test
    void an_empty_home_fills_from_local_logs_and_keeps_them_after_a_kill() throws Exception {
        Midnight.letPass();
        var program = Program.in(directory);
        Transcript.recent("morning", 12).writeUnder(program.userHome());
        var log = Transcript.recent("evening", 30).in("/home/ada/code/blog").writeUnder(program.userHome());
        // Another copy of the same session, as a resumed one leaves it.
        Files.copy(log, log.resolveSibling("copy.jsonl"));

        JsonNode before;
        try (var service = program.serve()) {
            before = service.dashboardAfterScan();
            service.kill();
        }

        assertThat(before.path("total_interactions").asInt()).isEqualTo(42);
        var tool = before.path("tools").path(0);
        assertThat(tool.path("tokens").path("input").asInt()).isEqualTo(4200);
        assertThat(tool.path("tokens").path("output").asInt()).isEqualTo(840);
        assertThat(tool.path("top_projects").findValuesAsText("name")).isEqualTo(List.of("blog", "shop"));
        assertThat(Files.exists(program.home())).isTrue();
        try (var service = program.with("SCAN_LOCAL_LOGS", "false").serve()) {
            assertThat(withoutTimes(service.dashboard())).isEqualTo(withoutTimes(before));
        }
    }

    /** Only the moment of the last scan may differ. */
    private static JsonNode withoutTimes(JsonNode dashboard) {
        dashboard.path("tools").forEach(tool -> ((ObjectNode) tool).remove("last_synced_at"));
        return dashboard;
    }
}
