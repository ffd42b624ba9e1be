package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a website that a user of this machine visits could try. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserDoorsTest {

    private final RunningServer server = new RunningServer();

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example", "localhost.evil.example", "evil.example:PORT", "localhost:1", "127.0.0.1.nip.io:PORT",
                "[::2]:PORT", "localhost.", "192.168.0.1", "localhost:PORT:PORT", ""
            })
    void names_that_could_be_rebound_to_loopback_are_refused_everywhere(String host) throws Exception {
        for (var path : List.of(RunningServer.DASHBOARD, "/", "/health", "/nothing")) {
            assertThat(getWithHost(path, host))
                    .as(path)
                    .contains("X-Request-Id: ")
                    .matches("(?s)HTTP/1.1 40[03] .*");
        }
        assertThat(server.dashboard.queries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:PORT", "LOCALHOST", "127.0.0.1:PORT", "127.0.0.1", "[::1]:PORT", "[::1]", "127.0.0.2"
            })
    void loopback_by_name_or_number_is_served_with_the_right_port_or_none(String host) throws Exception {
        assertThat(getWithHost(RunningServer.DASHBOARD, host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost:1",
                "null",
                "http://127.0.0.1:PORT",
                "file://",
                "http://localhost"
            })
    void pages_of_other_origins_are_refused(String origin) throws Exception {
        var get = server.send(server.request(RunningServer.DASHBOARD).header("Origin", here(origin)));
        var post = server.send(server.request(RunningServer.IMPORT)
                .header("Origin", here(origin))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("row")));

        assertThat(get.statusCode()).isEqualTo(403);
        assertThat(get.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(get.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:forbidden","title":"Forbidden","status":403,
                 "detail":"The request comes from a page of another origin. CORS_ORIGINS names the origins that may call."}
                """));
        assertThat(post.statusCode()).isEqualTo(403);
        assertThat(server.imports.rows).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "anything"})
    void what_a_browser_sends_for_another_site_is_refused_without_an_origin_too(String site) throws Exception {
        var response = server.send(server.request(RunningServer.DASHBOARD).header("Sec-Fetch-Site", site));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void a_second_origin_does_not_hide_behind_an_allowed_one() throws Exception {
        var response = server.send(server.request(RunningServer.DASHBOARD)
                .header("Origin", RunningServer.FRONTEND)
                .header("Origin", "https://evil.example"));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void the_own_page_and_the_address_bar_are_served(String site) throws Exception {
        var response = server.send(server.request(RunningServer.DASHBOARD)
                .header("Sec-Fetch-Site", site)
                .header("Origin", here("http://localhost:PORT")));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void following_a_link_from_elsewhere_to_the_page_is_fine() throws Exception {
        assertThat(server.send(server.request("/").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_allowed_origin_may_call_and_read() throws Exception {
        var response = server.send(server.request(RunningServer.DASHBOARD)
                .header("Origin", RunningServer.FRONTEND)
                .header("Sec-Fetch-Site", "cross-site"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(RunningServer.FRONTEND);
        assertThat(response.headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElseThrow())
                .contains("ETag", "X-Request-Id");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(response.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void an_allowed_origin_may_read_refusals_too() throws Exception {
        var response = server.send(
                server.request(RunningServer.DASHBOARD + "?days=0").header("Origin", RunningServer.FRONTEND));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(RunningServer.FRONTEND);
    }

    @Test
    void a_preflight_of_an_allowed_origin_is_told_what_it_may_send() throws Exception {
        var response = server.send(server.request(RunningServer.IMPORT)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", RunningServer.FRONTEND)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .header("Access-Control-Request-Private-Network", "true"));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(RunningServer.FRONTEND);
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("OPTIONS, POST");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Content-Type");
        assertThat(response.headers().firstValue("Access-Control-Allow-Private-Network"))
                .contains("true");
        assertThat(response.headers().firstValue("Access-Control-Max-Age")).contains("600");
    }

    @Test
    void a_preflight_of_another_origin_is_refused() throws Exception {
        var response = server.send(server.request(RunningServer.IMPORT)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-methods");
    }

    @Test
    void options_tells_the_methods() throws Exception {
        var response = server.send(server.request("/health").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(response.body()).isEmpty();
    }

    private String getWithHost(String path, String host) throws Exception {
        return server.raw("GET " + path + " HTTP/1.1\r\nHost: " + here(host) + "\r\nConnection: close\r\n\r\n");
    }

    private String here(String text) {
        return text.replace("PORT", String.valueOf(server.port));
    }
}
