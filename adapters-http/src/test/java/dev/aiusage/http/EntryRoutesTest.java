package dev.aiusage.http;

import static dev.aiusage.http.RunningServer.METRICS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EntryRoutesTest {

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
    void all_that_can_be_told_of_a_day_is_understood() throws Exception {
        var response = enter("""
                {"provider":" cursor_ai ","metric_date":"2026-11-23","request_count":42,
                 "tokens":{"input":1,"output":2,"cache_read":3,"cache_creation":4},"token_count":15,
                 "lines_of_code":5,"lines_removed":0,"acceptance_rate":0.825,"sessions":6.0,"cost_usd":0.123456789,"note":"x"},
                {"provider":"my_tool","metric_date":"2026-11-23","request_count":0,"token_count":9,"tokens":null,"cost_usd":null}
                """);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"metrics_stored\":2}");
        assertThat(server.entry.entered)
                .containsExactly(
                        new EnteredDay(
                                Tool.CURSOR,
                                day(new Measures(
                                                RequestCount.of(42, RequestBasis.AS_GIVEN),
                                                new TokenCount(
                                                        Count.of(1),
                                                        Count.of(2),
                                                        Count.of(3),
                                                        Count.of(4),
                                                        Count.of(5)),
                                                LinesChanged.of(5, 0),
                                                Decisions.UNKNOWN,
                                                Count.of(6),
                                                Cost.ofNanoDollars(123_456_789, CostBasis.VENDOR_ESTIMATE)))
                                        .withStatedRate(Optional.of(new AcceptanceRate(0.825)))),
                        new EnteredDay(
                                new Tool("my_tool"),
                                day(Measures.NONE
                                        .withRequests(RequestCount.of(0, RequestBasis.AS_GIVEN))
                                        .withTokens(TokenCount.ofTotal(Count.of(9))))));
    }

    private static UsageDay day(Measures measures) {
        return UsageDay.of(LocalDate.parse("2026-11-23"), measures);
    }

    @Test
    void every_fault_of_every_row_is_told_and_nothing_is_entered() throws Exception {
        var response = enter("""
                {"provider":"cursor","metric_date":"2026-11-23","request_count":1},
                {"provider":"Cursor!","metric_date":"yesterday","request_count":-1},
                7,
                {"request_count":null,"cost_usd":-0.01,"tokens":{"input":"many"}}
                """);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:invalid-field","title":"Invalid field","status":422,
                 "detail":"metrics[1].provider: must be a tool such as claude_code (and 8 more)","errors":[
                 {"field":"metrics[1].provider","message":"must be a tool such as claude_code"},
                 {"field":"metrics[1].metric_date","message":"must be a date like 2026-11-24"},
                 {"field":"metrics[1].request_count","message":"must be at least 0"},
                 {"field":"metrics[2]","message":"must be an object"},
                 {"field":"metrics[3].provider","message":"is missing"},
                 {"field":"metrics[3].metric_date","message":"is missing"},
                 {"field":"metrics[3].cost_usd","message":"must be at least 0"},
                 {"field":"metrics[3].tokens.input","message":"must be a number"},
                 {"field":"metrics[3].request_count","message":"is missing"}]}
                """));
        assertThat(server.entry.entered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "request_count, 1.5",
        "request_count, -1",
        "request_count, 1e308",
        "request_count, 12345678901234567890",
        "request_count, 9223372036854775808",
        "request_count, 100000000000001",
        "request_count, 1e-400",
        "request_count, true",
        "request_count, '\"7\"'",
        "token_count, '[1]'",
        "token_count, 99999999999999999999999999999999999999",
        "sessions, 0.1",
        "lines_of_code, -5",
        "lines_removed, 1e100",
        "acceptance_rate, 85",
        "acceptance_rate, -0.1",
        "acceptance_rate, 1.0000001",
        "cost_usd, -1",
        "cost_usd, 1000000.01",
        "cost_usd, 1e308",
        "tokens, 5",
        "provider, 5",
        "provider, '\"\"'",
        "metric_date, 20261124",
        "metric_date, '\"2026-02-30\"'",
        "metric_date, '\"2026-11-24T00:00:00Z\"'"
    })
    void what_no_figure_can_be_is_refused_by_its_place(String field, String value) throws Exception {
        var others =
                List.of("\"provider\":\"cursor\"", "\"metric_date\":\"2026-11-23\"", "\"request_count\":1").stream()
                        .filter(other -> !other.startsWith("\"" + field + "\""))
                        .toList();

        var response = enter("{\"" + field + "\":" + value + "," + String.join(",", others) + "}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"metrics[0]." + field + "\",");
        assertThat(server.entry.entered).isEmpty();
    }

    @Test
    void a_total_that_is_less_than_its_kinds_is_refused() throws Exception {
        var response = enter("""
                {"provider":"cursor","metric_date":"2026-11-23","request_count":1,"token_count":9,"tokens":{"input":5,"output":5}}
                """);

        assertThat(response.body()).contains("\"field\":\"metrics[0].token_count\"", "which is 10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | metrics",
                "{\"metrics\":null} | 422 | metrics",
                "{\"metrics\":{}} | 400 | metrics",
                "{\"metrics\":[{\"provider\":\"a\",\"provider\":\"b\"}]} | 400 | body",
                "{\"metrics\":[{\"cost_usd\":1e99999999999}]} | 400 | body",
                "[] | 400 | body"
            })
    void a_body_without_rows_is_refused(String body, int status, String field) throws Exception {
        var response = server.json("POST", METRICS, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void more_rows_than_can_be_looked_over_are_refused() throws Exception {
        var response = server.json("POST", METRICS, "{\"metrics\":[" + "{},".repeat(5_000) + "{}]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("can hold 5000 rows at most, not 5001");
    }

    @Test
    void of_very_many_faults_a_hundred_are_listed_and_all_counted() throws Exception {
        var response = server.json("POST", METRICS, "{\"metrics\":[" + "1,".repeat(4_999) + "1]}");

        assertThat(response.body()).contains("(and 4999 more)", "metrics[99]").doesNotContain("metrics[100]");
    }

    private HttpResponse<String> enter(String rows) throws Exception {
        return server.json("POST", METRICS, "{\"metrics\":[" + rows + "]}");
    }
}
