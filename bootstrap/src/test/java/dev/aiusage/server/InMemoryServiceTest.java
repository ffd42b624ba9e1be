package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.Transcript;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service without a database. */
class InMemoryServiceTest {

    @TempDir
    private Path directory;

    @Test
    void the_demo_shows_its_figures_and_needs_no_home() throws Exception {
        var program = Program.in(directory).with("USE_MOCK_DATA", "true");
        Transcript.recent("not-shown", 3).writeUnder(program.userHome());

        try (var service = program.serve()) {
            var shown = service.dashboard();

            assertThat(shown.path("total_interactions").asInt()).isEqualTo(4208);
            assertThat(shown.path("active_days").asInt()).isEqualTo(67);
            assertThat(shown.path("top_tool").path("tool_name").asText()).isEqualTo("claude_code");
            assertThat(shown.path("top_tool").path("requests").asInt()).isEqualTo(1842);
            assertThat(shown.path("tools").path(0).path("total_tokens").asInt()).isEqualTo(1_250_000);
            assertThat(shown.path("heatmap_data")).hasSize(90);
            assertThat(program.home()).doesNotExist();
        }
    }

    @Test
    void memory_keeps_local_logs_until_the_end_and_the_log_is_json_where_asked_for() throws Exception {
        var program = Program.in(directory).with("STORAGE", "memory").with("LOG_FORMAT", "json");
        Transcript.recent("local", 9).writeUnder(program.userHome());

        try (var service = program.serve()) {
            assertThat(service.dashboardAfterScan().path("total_interactions").asInt())
                    .isEqualTo(9);
            assertThat(service.get("/health").body()).contains("\"storage\":\"memory\"");
            assertThat(program.home()).doesNotExist();

            var json = new ObjectMapper();
            for (var line : service.log()) {
                assertThat(json.readTree(line).path("formattedMessage").asText())
                        .isNotEmpty();
            }
        }
    }
}
