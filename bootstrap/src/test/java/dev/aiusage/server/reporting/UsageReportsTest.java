package dev.aiusage.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.LogPlaces;
import dev.aiusage.application.dashboard.AskedRange;
import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.application.dashboard.ToolFilter;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.testing.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @TempDir
    private Path home;

    @Test
    void the_days_have_exactly_the_promised_fields() throws Exception {
        LogsOfAllTools.writeUnder(home, NOW);

        var daily = json(UsageJson.daily(shown(AskedRange.OPEN, ToolFilter.ALL)));

        assertThat(fields(daily)).containsExactly("daily", "totals", "warnings");
        for (var day : daily.path("daily")) {
            assertThat(fields(day))
                    .containsExactly("date", "requests", "tokens", "total_tokens", "cost_usd", "models", "tools");
            assertThat(fields(day.path("tokens"))).containsExactly("input", "output", "cache_read", "cache_creation");
            assertThat(fields(day.path("models").path(0))).containsExactly("name", "requests", "tokens", "cost_usd");
            assertThat(fields(day.path("tools").path(0)))
                    .containsExactly("tool_name", "name", "requests", "tokens", "cost_usd");
        }
        assertThat(fields(daily.path("totals")))
                .containsExactly("requests", "tokens", "total_tokens", "cost_usd", "models", "tools");
        assertThat(daily.path("daily").findValuesAsText("date"))
                .containsExactly("2026-11-22", "2026-11-23", "2026-11-24");
    }

    @Test
    void what_is_not_known_is_null_and_said() throws Exception {
        LogsOfAllTools.writeUnder(home, NOW);

        var daily = json(UsageJson.daily(shown(AskedRange.OPEN, ToolFilter.only(Tool.CODEX))));

        assertThat(daily.path("totals").path("cost_usd").isNull()).isTrue();
        assertThat(daily.path("totals").path("tokens").path("cache_creation").isNull())
                .isTrue();
        assertThat(daily.path("totals").path("total_tokens").asLong()).isEqualTo(1010);
        assertThat(daily.path("warnings").findValuesAsText("code"))
                .containsExactly("unreadable_log_lines", "unpriced_model");
        assertThat(daily.path("warnings").path(1).path("model").asText()).isEqualTo("a-model-nobody-priced");
    }

    @Test
    void only_the_asked_days_are_shown_in_the_asked_zone() throws Exception {
        Transcript.of("late", 3, Instant.parse("2026-11-23T20:03:00Z")).writeUnder(home);
        var from = Optional.of(LocalDate.parse("2026-11-24"));

        var berlin = shown(new AskedRange(from, Optional.empty()), ToolFilter.ALL, ZoneId.of("Europe/Berlin"));
        var tokyo = shown(new AskedRange(from, Optional.empty()), ToolFilter.ALL, ZoneId.of("Asia/Tokyo"));

        assertThat(json(UsageJson.daily(berlin)).path("daily")).isEmpty();
        assertThat(json(UsageJson.daily(tokyo))
                        .path("daily")
                        .path(0)
                        .path("requests")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_report_by_anything_has_the_same_total() throws Exception {
        LogsOfAllTools.writeUnder(home, NOW);
        var shown = shown(AskedRange.OPEN, ToolFilter.ALL);

        for (var by : By.values()) {
            var report = json(UsageJson.report(shown, by));
            var sum = 0L;
            for (var row : report.path("rows")) {
                sum += row.path("requests").asLong();
            }
            assertThat(sum).as(by.slug()).isEqualTo(502);
            assertThat(report.path("totals").path("requests").asLong()).isEqualTo(502);
        }
        assertThat(json(UsageJson.report(shown, By.PROJECT)).path("rows").findValuesAsText("name"))
                .contains("shop", "blog", "Läden");
        assertThat(json(UsageJson.report(shown, By.TOOL)).path("rows").findValuesAsText("name"))
                .containsExactly("claude_code", "codex", "gemini_cli");
    }

    @Test
    void tables_fit_a_page_with_their_figures_below_each_other() {
        LogsOfAllTools.writeUnder(home, NOW);
        var shown = shown(AskedRange.OPEN, ToolFilter.ALL);

        var daily = UsageText.daily(shown);
        var report = UsageText.report(shown, By.PROJECT);

        assertThat((daily + report).lines().limit(8)).allMatch(line -> Printed.width(line) <= 100);
        assertThat(daily).contains("Total").contains("–").contains("No list price is known for a-model-nobody-priced");
        assertThat(report.lines()
                        .filter(line -> line.contains("$") || line.contains("Cost"))
                        .map(Printed::width)
                        .distinct())
                .as("every line of the table ends in the same column")
                .hasSizeLessThanOrEqualTo(2);
        assertThat(report).contains("Läden");
    }

    @Test
    void names_from_logs_can_not_steer_a_terminal() throws Exception {
        var transcript =
                Transcript.of("evil", 1, NOW).in("/home/ada/\\u001b[31mred").text();
        var folder = Files.createDirectories(home.resolve(".claude/projects/x"));
        Files.writeString(folder.resolve("evil.jsonl"), transcript);

        var report = UsageText.report(shown(AskedRange.OPEN, ToolFilter.ALL), By.PROJECT);

        assertThat(report).doesNotContain("\u001b").contains("\uFFFD[31mred");
    }

    @Test
    void nothing_is_said_in_words() {
        assertThat(UsageText.daily(shown(AskedRange.OPEN, ToolFilter.ALL)))
                .isEqualTo("No usage in this machine's logs from 2026-08-27 to 2026-11-24 (UTC).\n");
    }

    private ShownDashboard shown(AskedRange range, ToolFilter tools) {
        return shown(range, tools, UTC);
    }

    private ShownDashboard shown(AskedRange range, ToolFilter tools, ZoneId zone) {
        var places = new LogPlaces("laptop", home, Map.of());
        return new LocalUsage(places, Clock.fixed(NOW, ZoneOffset.UTC)).of(range, tools, zone);
    }

    private static List<String> fields(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
