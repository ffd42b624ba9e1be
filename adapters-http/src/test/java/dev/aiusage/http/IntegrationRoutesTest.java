package dev.aiusage.http;

import static dev.aiusage.http.RunningServer.CONNECT;
import static dev.aiusage.http.RunningServer.INTEGRATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.IntegrationChange;
import dev.aiusage.application.integrations.NewConnection;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IntegrationRoutesTest {

    private static final String KEY = "crsr_0123456789abcdef";
    private static final String FIRST = INTEGRATIONS + "/" + FakeIntegrations.FIRST;

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
    void a_user_without_a_profile_that_others_keep_is_forbidden_to_connect() throws Exception {
        server.integrations.meanwhile = () -> {
            throw new RequestRejected.NoProfile();
        };

        var response = server.json("POST", CONNECT, "{\"provider\":\"cursor\",\"api_key\":\"%s\"}".formatted(KEY));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:forbidden","title":"Forbidden","status":403,
                 "detail":"There is no profile of this user yet. The application that keeps user_profiles has to make it first."}
                """));
    }

    @Test
    void what_is_connected_is_answered_without_its_key() throws Exception {
        var response = server.json("POST", CONNECT, """
                {"provider":"cursor_ai","api_key":"%s","account":"anna","method":"api","unknown":[1]}
                """.formatted(KEY));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).hasValue(FIRST);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"integration_id":"00000000-0000-0000-0000-000000000001","tool_name":"cursor",
                 "integration_method":"api","is_active":true,"organization":null,"enterprise":null,"account":"anna",
                 "key_hint":"…cdef","created_at":"2026-11-24T12:00:00Z","last_synced_at":null,"status":"active",
                 "status_detail":null,"sync":{"status":"queued"},
                 "last_sync":{"sync_id":"00000000-0000-0001-0000-000000000001",
                 "integration_id":"00000000-0000-0000-0000-000000000001","status":"queued","days_synced":0,
                 "metrics_stored":0,"started_at":null,"finished_at":null,"last_synced_at":null,"error":null},
                 "next_sync_at":"2026-11-24T12:00:00Z"}
                """));
        assertThat(server.integrations.asked)
                .containsExactly(new NewConnection(UserId.LOCAL, Tool.CURSOR, new Secret(KEY), "", "", "anna"));
        assertThat(server.integrations.asked.toString()).doesNotContain(KEY);
    }

    @Test
    void the_place_of_what_was_connected_can_be_read() throws Exception {
        var connected = connect();

        assertThat(server.get(FIRST).body()).isEqualTo(connected);
        assertThat(server.get(INTEGRATIONS).body()).isEqualTo("{\"integrations\":[" + connected + "]}");
    }

    private String connect() throws Exception {
        return server.json("POST", CONNECT, "{\"provider\":\"cursor\",\"api_key\":\"" + KEY + "\"}")
                .body();
    }

    @Test
    void an_enterprise_is_told_from_an_organization() throws Exception {
        var response = server.json(
                "POST", CONNECT, "{\"provider\":\"copilot\",\"api_key\":\"ghp_0123456789\",\"enterprise\":\"acme\"}");

        assertThat(response.body()).contains("\"organization\":null,\"enterprise\":\"acme\"");
    }

    @Test
    void a_second_one_is_a_conflict_that_names_the_first() throws Exception {
        var response = server.json(
                "POST", CONNECT, "{\"provider\":\"cursor\",\"api_key\":\"" + KEY + "\",\"organization\":\"taken\"}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:already-connected","title":"Already connected","status":409,
                 "detail":"This tool is connected for the same organization and account already.",
                 "integration_id":"00000000-0000-0000-0000-000000000001"}
                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422 | provider",
                "{\"provider\":\"cursor\"} | 422 | api_key",
                "{\"provider\":null,\"api_key\":\"x\"} | 422 | provider",
                "{\"provider\":\"Cursor!\",\"api_key\":\"x\"} | 422 | provider",
                "{\"provider\":7,\"api_key\":\"x\"} | 400 | provider",
                "{\"provider\":\"cursor\",\"api_key\":[\"crsr_sensitive\"]} | 400 | api_key",
                "{\"provider\":\"cursor\",\"api_key\":\"crsr_sensitive\",\"account\":{}} | 400 | account",
                "{\"provider\":\"cursor\",\"api_key\":\"crsr_sensitive\",\"organization\":1} | 400 | organization",
                "{\"provider\":\"cursor\",\"api_key\":\"crsr_sensitive\",\"enterprise\":true} | 400 | enterprise",
                "{\"provider\":\"cursor\",\"api_key\":\"crsr_sensitive\",\"method\":\"csv\"} | 422 | method",
                "[\"crsr_sensitive\"] | 400 | body",
                "\"crsr_sensitive\" | 400 | body",
                "{\"api_key\":\"crsr_sensitive\" | 400 | body",
                "{\"api_key\":crsr_sensitive} | 400 | body",
                "{\"api_key\":\"crsr_sensitive\",\"api_key\":\"y\"} | 400 | body",
                "{\"api_key\":\"crsr_sensitive\"} {} | 400 | body",
                "`` | 400 | body"
            })
    void wrong_bodies_are_refused_with_the_field_and_without_what_it_held(String body, int status, String field)
            throws Exception {
        var response = server.json("POST", CONNECT, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"")
                .doesNotContain("sensitive");
        assertThat(server.integrations.asked).isEmpty();
    }

    @Test
    void nesting_without_end_is_malformed() throws Exception {
        var response = server.json("POST", CONNECT, "{\"a\":" + "[".repeat(30_000));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx", "multipart/form-data"})
    void only_json_is_taken(String contentType) throws Exception {
        var response = server.post(CONNECT, contentType, BodyPublishers.ofString("{}"));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("urn:ai-usage:problem:unsupported-media-type");
        assertThat(response.headers().firstValue("Accept")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON", "application/merge-patch+json"})
    void json_may_be_called_in_several_ways(String contentType) throws Exception {
        assertThat(server.post(CONNECT, contentType, BodyPublishers.ofString("{}"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_packed_body_is_not_taken() throws Exception {
        var request = server.request(CONNECT)
                .POST(BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip");

        assertThat(server.send(request).body()).contains("urn:ai-usage:problem:unsupported-encoding");
    }

    @Test
    void a_body_may_have_64_kilobytes() throws Exception {
        var filling = 65_536 - "{\"x\":\"\"}".length();

        assertThat(server.json("POST", CONNECT, "{\"x\":\"" + "x".repeat(filling) + "\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.json("POST", CONNECT, "{\"x\":\"" + "x".repeat(filling + 1) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"?check=false, 201", "?check=, 201", "?check=1, 422", "?check=yes, 422"})
    void the_vendor_is_asked_first_only_where_that_is_wanted(String query, int status) throws Exception {
        var response = server.json("POST", CONNECT + query, "{\"provider\":\"cursor\",\"api_key\":\"" + KEY + "\"}");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("key_reach");
    }

    @Test
    void a_key_that_is_tried_and_taken_tells_what_it_sees() throws Exception {
        var response =
                server.json("POST", CONNECT + "?check=true", "{\"provider\":\"cursor\",\"api_key\":\"" + KEY + "\"}");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).hasValue(FIRST);
        assertThat(response.body()).startsWith("{\"integration_id\":").endsWith("\"key_reach\":\"all of Acme\"}");
    }

    @ParameterizedTest
    @CsvSource({"crsr_refused_0123456, 422", "crsr_away_0123456789, 503"})
    void nothing_is_kept_of_a_key_that_is_not_taken(String key, int status) throws Exception {
        var response =
                server.json("POST", CONNECT + "?check=true", "{\"provider\":\"cursor\",\"api_key\":\"" + key + "\"}");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(response.body()).doesNotContain(key);
        assertThat(server.integrations.asked).isEmpty();
    }

    @Test
    void changes_come_in_an_order_that_makes_sense() throws Exception {
        connect();

        var response = server.json(
                "PATCH", FIRST, "{\"is_active\":false,\"account\":\"ben\",\"api_key\":\"crsr_another_key\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.integrations.changes)
                .containsExactly(List.of(
                        new IntegrationChange.NewKey(new Secret("crsr_another_key")),
                        new IntegrationChange.NewAccount("ben"),
                        new IntegrationChange.Pause()));
    }

    @Test
    void null_takes_the_account_away_and_leaves_everything_else() throws Exception {
        connect();

        server.json("PATCH", FIRST, "{\"is_active\":null,\"account\":null,\"api_key\":null}");
        server.json("PATCH", FIRST, "{\"is_active\":true}");

        assertThat(server.integrations.changes)
                .containsExactly(
                        List.of(new IntegrationChange.NewAccount("")), List.of(new IntegrationChange.Resume()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"is_active\":\"true\"}", "{\"is_active\":1}", "{\"account\":5}", "{\"api_key\":false}"})
    void a_change_of_the_wrong_type_changes_nothing(String body) throws Exception {
        connect();

        assertThat(server.json("PATCH", FIRST, body).statusCode()).isEqualTo(400);
        assertThat(server.integrations.changes).isEmpty();
    }

    @Test
    void what_is_removed_is_gone() throws Exception {
        connect();

        var response = server.send(server.request(FIRST).DELETE());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(server.get(INTEGRATIONS).body()).isEqualTo("{\"integrations\":[]}");
        assertThat(server.send(server.request(FIRST).DELETE()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000099",
                "1-1-1-1-1",
                "x",
                "00000000-0000-0000-0000-00000000000g",
                "00000000-0000-0000-0000-000000000001%20"
            })
    void other_ids_are_not_found(String id) throws Exception {
        connect();
        var path = INTEGRATIONS + "/" + id;

        assertThat(server.get(path).statusCode()).isEqualTo(404);
        assertThat(server.json("PATCH", path, "{\"is_active\":false}").statusCode())
                .isEqualTo(404);
        assertThat(server.send(server.request(path).DELETE()).statusCode()).isEqualTo(404);
        assertThat(server.integrations.held).hasSize(1);
        assertThat(server.integrations.changes).isEmpty();
    }
}
