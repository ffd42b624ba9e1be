package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParametersTest {

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
    void a_refused_field_is_a_whole_problem() throws Exception {
        var response = server.get(RunningServer.DASHBOARD + "?days=367");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:invalid-field","title":"Invalid field","status":422,
                 "detail":"days: must lie between 1 and 366, not 367",
                 "errors":[{"field":"days","message":"must lie between 1 and 366, not 367"}]}
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "366", "007"})
    void days_within_a_leap_year_are_taken(String days) throws Exception {
        assertThat(server.get(RunningServer.DASHBOARD + "?days=" + days).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-0", "367", "2147483648", "-99999999999999999999", "100000000000000000000000"})
    void days_out_of_range_are_invalid(String days) throws Exception {
        assertRefused("days=" + days, 422, "days");
    }

    @Test
    void days_that_no_number_here_can_hold_are_not_taken_for_another_number() throws Exception {
        assertThat(server.get(RunningServer.DASHBOARD + "?days=100000000000000000000000")
                        .body())
                .contains("\"detail\":\"days: must lie between 1 and 366\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "1e2", "%2B5", "+5", "0x10", "%D9%A3", "9%00", "--1", "90%20"})
    void days_that_are_no_whole_number_are_malformed(String days) throws Exception {
        assertRefused("days=" + days, 400, "days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "Etc/UTC", "Etc/GMT%2B5", "US/Eastern"})
    void regions_by_name_are_timezones(String zone) throws Exception {
        assertThat(server.get(RunningServer.DASHBOARD + "?timezone=" + zone).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+02:00",
                "%2B02:00",
                "Z",
                "EST",
                "GMT",
                "GMT0",
                "UTC%2B2",
                "UT",
                "europe/berlin",
                "Europe/Atlantis",
                "SystemV/PST8",
                "utc",
                "/",
                "Japan",
                "CET",
                "../etc/passwd"
            })
    void offsets_abbreviations_and_unknown_places_are_no_timezones(String zone) throws Exception {
        assertRefused("timezone=" + zone, 422, "timezone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Claude", "x", "claude-code", "1tool", "tool%00", "a%20b", "nobody_knows"})
    void malformed_and_unknown_tools_are_invalid(String tool) throws Exception {
        assertRefused("tool=" + tool, 422, "tool");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "Requests", "nano"})
    void unknown_measures_are_invalid(String measure) throws Exception {
        var response = server.get(RunningServer.HEATMAP + "?measure=" + measure);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("\"errors\":[{\"field\":\"measure\",\"message\":\"must be one of requests, tokens, cost\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"days", "tool", "timezone"})
    void a_parameter_given_twice_is_malformed(String name) throws Exception {
        assertRefused(name + "=1&" + name + "=2", 400, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"days=%zz", "days=%", "tool=%ff", "%=1"})
    void a_query_that_cannot_be_decoded_is_malformed(String query) throws Exception {
        var answer = server.raw("GET " + RunningServer.DASHBOARD + "?" + query
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "urn:ai-usage:problem:malformed");
    }

    private void assertRefused(String query, int status, String field) throws Exception {
        for (var path : List.of(RunningServer.DASHBOARD, RunningServer.HEATMAP)) {
            var response = server.get(path + "?" + query);

            assertThat(response.statusCode()).as(query).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"");
        }
    }
}
