package dev.aiusage.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DailyCommandTest {

    @TempDir
    private Path directory;

    private Program program;

    @BeforeEach
    void leave_some_logs() throws Exception {
        program = Program.in(directory);
        LogsOfAllTools.writeUnder(program.userHome(), Instant.now());
    }

    @Test
    void the_numbers_are_those_of_the_service_over_the_same_home() throws Exception {
        for (var zone : List.of("UTC", "Pacific/Kiritimati")) {
            var daily = json(program.run("daily", "--json", "--timezone", zone).output());
            try (var service = program.with("STORAGE", "memory").serve()) {
                service.dashboardAfterScan();
                var shown = json(service.get("/api/ai-usage/dashboard?days=90&timezone=" + zone)
                        .body());

                assertThat(daysOf(daily)).as(zone).hasSizeGreaterThan(1).isEqualTo(daysOfTools(shown));
                assertThat(toolsOf(daily)).isEqualTo(toolsOf(shown));
                assertThat(modelsOf(daily)).isEqualTo(modelsOf(shown));
                assertThat(daily.path("totals").path("requests")).isEqualTo(shown.path("total_interactions"));
                assertThat(daily.path("warnings").findValuesAsText("detail"))
                        .isEqualTo(shown.path("warnings").findValuesAsText("detail"));
            }
        }
    }

    @Test
    void nothing_is_written_and_no_setting_is_needed() throws Exception {
        var before = files();

        var ended = program.with("DATABASE_URL", "nonsense").run("report", "--by", "project");

        assertThat(ended.status()).as(ended.errors()).isZero();
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).contains("shop", "blog", "Läden", "Total");
        assertThat(files()).isEqualTo(before);
    }

    private static Map<String, String> daysOf(JsonNode daily) {
        var days = new TreeMap<String, String>();
        for (var day : daily.path("daily")) {
            days.put(day.path("date").asText(), day.path("requests") + " " + day.path("total_tokens"));
        }
        return days;
    }

    private static Map<String, String> daysOfTools(JsonNode shown) {
        var requests = new TreeMap<String, Long>();
        var tokens = new TreeMap<String, Long>();
        for (var tool : shown.path("tools")) {
            for (var day : tool.path("daily_breakdown")) {
                requests.merge(day.path("date").asText(), day.path("requests").asLong(), Long::sum);
                tokens.merge(day.path("date").asText(), day.path("tokens").asLong(), Long::sum);
            }
        }
        var days = new TreeMap<String, String>();
        requests.forEach((date, count) -> days.put(date, count + " " + tokens.get(date)));
        return days;
    }

    /** The same fields under the same names, but that a dashboard calls its totals so. */
    private static Map<String, String> toolsOf(JsonNode shown) {
        var tools = new TreeMap<String, String>();
        var list = shown.has("totals") ? shown.path("totals").path("tools") : shown.path("tools");
        for (var tool : list) {
            var requests = tool.has("requests") ? tool.path("requests") : tool.path("total_requests");
            tools.put(
                    tool.path("tool_name").asText(),
                    tool.path("name") + " " + requests + " " + tool.path("tokens") + " " + tool.path("cost_usd"));
        }
        return tools;
    }

    private static Map<String, String> modelsOf(JsonNode shown) {
        var models = new TreeMap<String, String>();
        if (shown.has("totals")) {
            shown.path("totals")
                    .path("models")
                    .forEach(model -> models.put(
                            model.path("name").asText(), model.path("requests") + " " + model.path("cost_usd")));
        } else {
            shown.path("tools")
                    .forEach(tool -> tool.path("models")
                            .forEach(model -> models.put(
                                    model.path("name").asText(),
                                    model.path("requests") + " " + model.path("cost_usd"))));
        }
        return models;
    }

    private List<String> files() throws IOException {
        try (var found = Files.walk(directory)) {
            return found.map(path -> path + " " + path.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
