package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.domain.integration.IntegrationId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProblemsTest {

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
                "/nothing",
                "/api",
                "/api/ai-usage/dashboard/",
                "/api/ai-usage/dashboardx",
                "/API/ai-usage/dashboard",
                "/health/",
                "/js",
                "/js/",
                "/css/..",
                "/web/index.html",
                "/META-INF/MANIFEST.MF",
                "/dev/aiusage/http/HttpServer.class",
                "/openapi",
                "/%68ealth",
                "/index.html.bak",
                "/.well-known/x"
            })
    void an_unknown_path_is_not_found(String path) throws Exception {
        var response = server.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertProblem(response);
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:not-found","title":"Not found","status":404,
                 "detail":"There is nothing at this path."}
                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/ai-usage/dashboard | GET, HEAD, OPTIONS",
                "DELETE | /health | GET, HEAD, OPTIONS",
                "GET | /api/ai-usage/import | POST, OPTIONS",
                "HEAD | /api/ai-usage/import | POST, OPTIONS",
                "PUT | /api/ai-usage/import | POST, OPTIONS",
                "PATCH | / | GET, HEAD, OPTIONS",
                "TRACE | /health | GET, HEAD, OPTIONS",
                "BREW | /health | GET, HEAD, OPTIONS",
                "POST | /js/app.js | GET, HEAD"
            })
    void another_method_is_refused_with_those_that_are_taken(String method, String path, String allowed)
            throws Exception {
        var response = server.send(server.request(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains(allowed);
        assertProblem(response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /..%2f HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET //health HTTP/1.1",
                "GET /js//app.js HTTP/1.1",
                "GET /%2e%2e/openapi.yaml HTTP/1.1",
                "GET /a;b=c/../health HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /% HTTP/1.1",
                "GET health HTTP/1.1",
                "GET /%c0%ae%c0%ae/ HTTP/1.1",
                "GET /js/%2e%2e%2fopenapi.yaml HTTP/1.1",
                "GET http://evil.example/ HTTP/1.1",
                "GET /a\\..\\b HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "G\u0001T / HTTP/1.1",
                "GET /health HTTP/9.9",
                "GET /\u00e4 HTTP/1.1"
            })
    void hostile_requests_are_refused_as_problems(String requestLine) throws Exception {
        var answer = server.raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*");
        assertRawProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Header: x",
                "X-Test: a\u0000b",
                ": empty",
                "Content-Length: -1",
                "Content-Length: 1, 2",
                "Host: second",
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "X-No-Colon"
            })
    void broken_headers_are_malformed(String header) throws Exception {
        var answer = server.raw("GET /health HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertRawProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/health", RunningServer.CONNECT})
    void a_refusal_before_the_body_has_come_says_that_the_connection_ends(String path) throws Exception {
        var answer = server.raw("POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @Test
    void a_refusal_after_the_whole_body_keeps_the_connection() throws Exception {
        var response = server.post("/nothing", "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Connection")).isEmpty();
    }

    @Test
    void what_is_no_http_at_all_is_malformed() throws Exception {
        assertRawProblem(server.raw("\u0016\u0003\u0001 hello\r\n\r\n"));
    }

    @Test
    void oversized_headers_are_told_apart() throws Exception {
        var answer =
                server.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nCookie: " + "x".repeat(40_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("urn:ai-usage:problem:headers-too-large");
        assertRawProblem(answer);
    }

    @Test
    void an_oversized_path_is_told_apart() throws Exception {
        var answer = server.raw("GET /" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 414 ").contains("urn:ai-usage:problem:uri-too-long");
        assertRawProblem(answer);
    }

    @Test
    void a_websocket_is_not_spoken() throws Exception {
        var answer =
                server.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade, close"
                        + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_fault_of_our_own_is_logged_once_and_tells_nothing() throws Exception {
        server.dashboard.meanwhile = () -> {
            throw new IllegalStateException("password=hunter2");
        };
        try (var log = new Listening()) {
            var response = server.send(server.request(RunningServer.DASHBOARD).header("X-Request-Id", "fault-1"));

            assertThat(response.statusCode()).isEqualTo(500);
            assertProblem(response);
            assertThat(response.headers().firstValue("X-Request-Id")).contains("fault-1");
            assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                    {"type":"urn:ai-usage:problem:internal-error","title":"Internal error","status":500,
                     "detail":"Something went wrong in here; the log has it under this X-Request-Id."}
                    """));
            assertThat(log.errors()).singleElement().satisfies(event -> {
                assertThat(event.getMDCPropertyMap()).containsEntry("request_id", "fault-1");
                assertThat(event.getThrowableProxy().getMessage()).isEqualTo("password=hunter2");
            });
        }
    }

    @Test
    void an_integration_that_is_removed_while_it_is_asked_for_is_not_found() throws Exception {
        server.dashboard.meanwhile = () -> {
            throw new IntegrationMissing(IntegrationId.random());
        };
        try (var log = new Listening()) {
            var response = server.get(RunningServer.DASHBOARD);

            assertThat(response.statusCode()).isEqualTo(404);
            assertProblem(response);
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void an_error_of_the_machine_is_a_problem_like_any_other() throws Exception {
        server.dashboard.meanwhile = () -> {
            throw new StackOverflowError("deep");
        };
        try (var log = new Listening()) {
            var response = server.get(RunningServer.DASHBOARD);

            assertThat(response.statusCode()).isEqualTo(500);
            assertProblem(response);
            assertThat(response.body())
                    .contains("urn:ai-usage:problem:internal-error")
                    .doesNotContain("deep");
            assertThat(log.errors()).hasSize(1);
        }
    }

    private static void assertProblem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static void assertRawProblem(String answer) {
        assertThat(answer)
                .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n")
                .containsIgnoringCase("\r\nX-Request-Id: ")
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
                .contains("{\"type\":\"", "\"status\":")
                .doesNotContain("Exception", "jetty", "Jetty");
    }

    /** Hears what is logged. */
    private static final class Listening implements AutoCloseable {

        private final ListAppender<ILoggingEvent> heard = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        private final Logger root = (Logger) LoggerFactory.getLogger("dev.aiusage");

        Listening() {
            heard.start();
            root.addAppender(heard);
        }

        List<ILoggingEvent> errors() {
            return heard.list.stream()
                    .filter(event -> event.getLevel() == Level.ERROR)
                    .toList();
        }

        @Override
        public void close() {
            root.detachAppender(heard);
        }
    }
}
