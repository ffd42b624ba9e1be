package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.dashboard.AskedRange;
import dev.aiusage.application.dashboard.SeriesQuery;
import dev.aiusage.application.dashboard.ToolFilter;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeriesRoutesTest {

    private static final String UNKNOWN = """
            "requests":null,"request_basis":null,"tokens":null,
             "token_kinds":{"input":null,"output":null,"cache_read":null,"cache_creation":null},"cost_usd":null,
             "cost_basis":null,"lines_added":null,"lines_removed":null,"suggestions":null,"acceptances":null,
             "rejections":null,"acceptance_rate":null,"sessions":null}""";

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
    void shows_all_that_is_known_of_every_period_and_null_for_what_is_not() throws Exception {
        server.series.usage.add(Usages.fullyKnown());

        var response = server.get(RunningServer.METRICS + "?from=2026-11-22&group_by=model");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"range":{"from":"2026-11-22","to":"2026-11-24","days":3,"timezone":"UTC"},"interval":"day",
                 "group_by":"model","series":[{"name":"claude-opus-5-5","points":[
                  {"from":"2026-11-22","to":"2026-11-22",%1$s,
                  {"from":"2026-11-23","to":"2026-11-23",%2$s,
                  {"from":"2026-11-24","to":"2026-11-24",%2$s]}]}
                """.formatted(UNKNOWN, """
                        "requests":5,"request_basis":"requests","tokens":334,
                         "token_kinds":{"input":10,"output":20,"cache_read":300,"cache_creation":4},
                         "cost_usd":0.00000012,"cost_basis":"list_price","lines_added":7,"lines_removed":2,
                         "suggestions":null,"acceptances":3,"rejections":1,"acceptance_rate":0.75,"sessions":1}""")));
    }

    @Test
    void tells_whose_word_the_figures_are_only_where_that_is_asked_for() throws Exception {
        server.series.usage.add(Usages.fullyKnown());
        server.series.usage.add(Usages.hardlyKnown());

        var query = RunningServer.METRICS + "?from=2026-11-23&interval=week";
        var told = server.get(query + "&provenance=true").body();
        var untold = server.get(query + "&provenance=false").body();

        assertThat(told)
                .contains("\"sessions\":2,\"provenance\":{\"requests\":[\"events\",\"manual\"],\"tokens\":[\"events\"],"
                        + "\"lines\":[\"events\"],\"decisions\":[\"events\"],\"sessions\":[\"events\"],"
                        + "\"cost\":[\"events\"]}");
        assertThat(untold).isEqualTo(server.get(query).body()).doesNotContain("provenance");
    }

    @Test
    void without_a_grouping_there_is_one_series_without_a_name() throws Exception {
        var response = server.get(RunningServer.METRICS + "?from=2026-11-20&interval=month");

        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"range":{"from":"2026-11-20","to":"2026-11-24","days":5,"timezone":"UTC"},"interval":"month",
                 "group_by":null,"series":[{"name":null,"points":[
                  {"from":"2026-11-20","to":"2026-11-24",%s]}]}
                """.formatted(UNKNOWN)));
    }

    @Test
    void tools_have_a_name_and_a_slug_and_what_has_no_label_has_no_name() throws Exception {
        server.series.usage.add(Usages.fullyKnown());
        server.series.usage.add(Usages.hardlyKnown());

        assertThat(server.get(RunningServer.METRICS + "?from=2026-11-23&interval=week&group_by=tool")
                        .body())
                .contains(
                        "{\"name\":\"Claude Code\",\"tool_name\":\"claude_code\",\"points\":[{\"from\":\"2026-11-23\","
                                + "\"to\":\"2026-11-24\",\"requests\":10,",
                        "{\"name\":\"Cursor\",\"tool_name\":\"cursor\",\"points\":[{\"from\":\"2026-11-23\","
                                + "\"to\":\"2026-11-24\",\"requests\":3,\"request_basis\":\"as_given\",\"tokens\":null,");
        assertThat(server.get(RunningServer.METRICS + "?from=2026-11-23&interval=week&group_by=project")
                        .body())
                .contains("{\"name\":\"shop\",\"points\":", "{\"name\":null,\"points\":");
    }

    @Test
    void asks_for_the_caller_and_by_default_for_the_days_of_all_tools_in_one_series() throws Exception {
        server.get(RunningServer.METRICS);
        server.get(RunningServer.METRICS + "?from=&to=&interval=&group_by=&tool=&timezone=&unknown=1");

        assertThat(server.series.queries)
                .hasSize(2)
                .containsOnly(new SeriesQuery(
                        UserId.LOCAL, AskedRange.OPEN, Interval.DAY, Grouping.NONE, ToolFilter.ALL, ZoneId.of("UTC")));
    }

    @Test
    void every_parameter_reaches_the_question() throws Exception {
        server.get(RunningServer.METRICS
                + "?from=2026-11-01&to=2026-11-20&interval=week&group_by=member&tool=copilot&timezone=Asia/Tokyo");

        var asked = server.series.queries.get(0);
        assertThat(asked.range())
                .isEqualTo(new AskedRange(
                        Optional.of(LocalDate.parse("2026-11-01")), Optional.of(LocalDate.parse("2026-11-20"))));
        assertThat(asked.interval()).isEqualTo(Interval.WEEK);
        assertThat(asked.grouping()).isEqualTo(Grouping.MEMBER);
        assertThat(asked.tools().test(Tool.GITHUB_COPILOT)).isTrue();
        assertThat(asked.tools().test(Tool.CURSOR)).isFalse();
        assertThat(asked.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void an_unchanged_answer_is_not_sent_again() throws Exception {
        var tag = server.get(RunningServer.METRICS).headers().firstValue("ETag").orElseThrow();

        var again = server.send(server.request(RunningServer.METRICS).header("If-None-Match", tag));
        server.series.usage.add(Usages.hardlyKnown());
        var changed = server.send(server.request(RunningServer.METRICS).header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, 400, from",
        "from=2026-02-30, 400, from",
        "to=24.11.2026, 400, to",
        "to=2026-11-24T00:00:00Z, 400, to",
        "from=2026-11-01&from=2026-11-02, 400, from",
        "interval=hour, 422, interval",
        "interval=Day, 422, interval",
        "group_by=tools, 422, group_by",
        "group_by=model&group_by=tool, 400, group_by",
        "timezone=EST, 422, timezone",
        "tool=X, 422, tool",
        "tool=nobody_knows, 422, tool",
        "provenance=yes, 422, provenance",
        "provenance=true&provenance=true, 400, provenance"
    })
    void wrong_parameters_are_refused_by_their_names(String query, int status, String field) throws Exception {
        var response = server.get(RunningServer.METRICS + "?" + query);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"");
    }
}
