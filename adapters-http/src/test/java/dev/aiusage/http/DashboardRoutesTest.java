package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.dashboard.DashboardQuery;
import dev.aiusage.application.dashboard.DashboardWarning;
import dev.aiusage.application.dashboard.ToolFilter;
import dev.aiusage.domain.dashboard.UnpricedModel;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.user.UserId;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DashboardRoutesTest {

    private final RunningServer server = new RunningServer();

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void shows_all_that_is_known_and_null_for_what_is_not() throws Exception {
        server.dashboard.usage.add(Usages.fullyKnown());
        server.dashboard.usage.add(Usages.hardlyKnown());
        server.dashboard.usage.add(Usages.costOnly());
        server.dashboard.warnings.add(new DashboardWarning.ScanInProgress());
        server.dashboard.warnings.add(
                new DashboardWarning.Unpriced(new UnpricedModel(Tool.CURSOR, Label.of("local-model"), 3)));
        server.dashboard.warnings.add(new DashboardWarning.UnreadableLines(2, List.of("a.jsonl:7: no JSON")));

        var response = server.get(RunningServer.DASHBOARD + "?days=3");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo(compact("""
                {"total_interactions":13,"active_days":2,
                 "top_tool":{"name":"Claude Code","tool_name":"claude_code","requests":10},
                 "streaks":{"current_days":2,"longest_days":2},
                 "tools":[
                  {"tool_name":"claude_code","name":"Claude Code","total_requests":10,"total_tokens":668,
                   "tokens":{"input":20,"output":40,"cache_read":600,"cache_creation":8},"active_days":2,
                   "lines_of_code":14,"lines_removed":4,"acceptance_rate":0.75,"sessions":2,"cost_usd":0.00000024,
                   "cost_basis":"list_price","last_synced_at":"2026-11-24T09:00:00Z","request_basis":"requests",
                   "day_basis":"zoned",
                   "daily_breakdown":[
                    {"date":"2026-11-23","requests":5,"tokens":334,"cost_usd":0.00000012},
                    {"date":"2026-11-24","requests":5,"tokens":334,"cost_usd":0.00000012}],
                   "top_projects":[{"name":"shop","requests":10,"tokens":668,"cost_usd":0.00000024}],
                   "models":[{"name":"claude-opus-5-5","requests":10,"tokens":668,"cost_usd":0.00000024}]},
                  {"tool_name":"cursor","name":"Cursor","total_requests":3,"total_tokens":null,
                   "tokens":{"input":null,"output":null,"cache_read":null,"cache_creation":null},"active_days":1,
                   "lines_of_code":null,"lines_removed":null,"acceptance_rate":null,"sessions":null,"cost_usd":null,
                   "cost_basis":null,"last_synced_at":null,"request_basis":"as_given","day_basis":"utc",
                   "daily_breakdown":[{"date":"2026-11-24","requests":3,"tokens":null,"cost_usd":null}],
                   "top_projects":[],"models":[]},
                  {"tool_name":"openai","name":"OpenAI","total_requests":0,"total_tokens":null,
                   "tokens":{"input":null,"output":null,"cache_read":null,"cache_creation":null},"active_days":0,
                   "lines_of_code":null,"lines_removed":null,"acceptance_rate":null,"sessions":null,"cost_usd":2.5,
                   "cost_basis":"billed","last_synced_at":null,"request_basis":null,"day_basis":"utc",
                   "daily_breakdown":[{"date":"2026-11-22","requests":0,"tokens":null,"cost_usd":2.5}],
                   "top_projects":[],"models":[]}],
                 "heatmap_data":[
                  {"date":"2026-11-22","count":0,"level":0},
                  {"date":"2026-11-23","count":5,"level":1},
                  {"date":"2026-11-24","count":8,"level":3}],
                 "range":{"from":"2026-11-22","to":"2026-11-24","days":3,"timezone":"UTC"},
                 "warnings":[
                  {"code":"scan_in_progress","detail":"Local logs are still being read; the numbers will grow."},
                  {"code":"unpriced_model",
                   "detail":"No list price is known for local-model: its requests are counted, their cost is not.",
                   "model":"local-model","requests":3,"tool_name":"cursor"},
                  {"code":"unreadable_log_lines",
                   "detail":"2 lines of local logs could not be read, first: a.jsonl:7: no JSON",
                   "lines":2,"examples":["a.jsonl:7: no JSON"]}]}
                """));
    }

    @Test
    void an_empty_home_is_an_answer_too() throws Exception {
        var response = server.get(RunningServer.DASHBOARD + "?days=1&timezone=Europe/Berlin");

        assertThat(response.body()).isEqualTo(compact("""
                {"total_interactions":0,"active_days":0,"top_tool":null,"streaks":{"current_days":0,"longest_days":0},
                 "tools":[],"heatmap_data":[{"date":"2026-11-24","count":0,"level":0}],
                 "range":{"from":"2026-11-24","to":"2026-11-24","days":1,"timezone":"Europe/Berlin"},"warnings":[]}
                """));
    }

    @Test
    void asks_for_the_caller_and_by_default_for_90_days_of_all_tools() throws Exception {
        server.get(RunningServer.DASHBOARD);
        server.get(RunningServer.DASHBOARD + "?days=&tool=&timezone=&unknown=1&unknown=2");

        assertThat(server.dashboard.queries)
                .hasSize(2)
                .containsOnly(new DashboardQuery(UserId.LOCAL, 90, ToolFilter.ALL, ZoneId.of("UTC")));
    }

    @Test
    void aliases_mean_the_tools_that_they_stand_for() throws Exception {
        server.dashboard.usage.add(Usages.fullyKnown());
        server.dashboard.usage.add(Usages.hardlyKnown());

        var response = server.get(RunningServer.DASHBOARD + "?tool=cursor_ai");

        assertThat(response.body()).contains("\"tool_name\":\"cursor\"").doesNotContain("claude_code", "cursor_ai");
    }

    @Test
    void the_default_zone_is_that_of_the_settings() throws Exception {
        try (var elsewhere = new RunningServer(RunningServer.settings().withDefaultZone(ZoneId.of("Asia/Tokyo")))) {
            assertThat(elsewhere.get(RunningServer.DASHBOARD).body()).contains("\"timezone\":\"Asia/Tokyo\"");
        }
    }

    @Test
    void a_heatmap_counts_requests_unless_asked_for_something_else() throws Exception {
        server.dashboard.usage.add(Usages.fullyKnown());
        server.dashboard.usage.add(Usages.costOnly());

        assertThat(server.get(RunningServer.HEATMAP + "?days=3").body())
                .isEqualTo(heatmap("0,\"level\":0", "5,\"level\":1", "5,\"level\":1"));
        assertThat(server.get(RunningServer.HEATMAP + "?days=3&measure=tokens").body())
                .isEqualTo(heatmap("0,\"level\":0", "334,\"level\":1", "334,\"level\":1"));
        assertThat(server.get(RunningServer.HEATMAP + "?days=3&measure=cost").body())
                .isEqualTo(heatmap("2.5,\"level\":3", "0.00000012,\"level\":1", "0.00000012,\"level\":1"));
    }

    @Test
    void a_storage_out_of_reach_is_503_with_a_time_to_wait() throws Exception {
        server.dashboard.meanwhile = () -> {
            throw new StorageUnavailable("no connection to db.internal", new IllegalStateException("secret"));
        };

        var response = server.get(RunningServer.DASHBOARD);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
        assertThat(response.body()).isEqualTo(compact("""
                {"type":"urn:ai-usage:problem:unavailable","title":"Temporarily unavailable","status":503,
                 "detail":"The storage is out of reach at the moment."}
                """));
    }

    private static String heatmap(String first, String second, String third) {
        return compact("""
                {"range":{"from":"2026-11-22","to":"2026-11-24","days":3,"timezone":"UTC"},"heatmap_data":[
                 {"date":"2026-11-22","count":%s},{"date":"2026-11-23","count":%s},{"date":"2026-11-24","count":%s}]}
                """.formatted(first, second, third));
    }

    /** JSON without the line breaks and indents that make it readable here. */
    static String compact(String json) {
        return json.replaceAll("\n\\s*", "");
    }
}
