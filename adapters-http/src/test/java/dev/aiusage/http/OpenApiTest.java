package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.dashboard.DashboardWarning;
import dev.aiusage.domain.dashboard.UnpricedModel;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.user.UserId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds the contract and the server against each other, in both directions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {

    private static final List<String> API = List.of(RunningServer.DASHBOARD, RunningServer.HEATMAP);
    private static final List<String> KEPT =
            List.of(RunningServer.DASHBOARD, RunningServer.HEATMAP, "/", "/docs", "/openapi.yaml");

    private final RunningServer server = new RunningServer(RunningServer.settings()
            .withLimits(HttpLimits.DEFAULT.withImportMaxBytes(1_000).withIdle(Duration.ofSeconds(2))));
    private final TokenServer withTokens = new TokenServer();
    private final JsonNode contract = contract();
    private final OpenApiInteractionValidator validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                    contract.toString())
            .build();
    private final Set<String> answered = new TreeSet<>();

    @BeforeEach
    void reset() {
        server.reset();
        answered.clear();
        server.dashboard.usage.addAll(List.of(Usages.fullyKnown(), Usages.hardlyKnown(), Usages.costOnly()));
        server.dashboard.warnings.addAll(List.of(
                new DashboardWarning.ScanInProgress(),
                new DashboardWarning.Unpriced(new UnpricedModel(Tool.CURSOR, Label.of("local-model"), 3)),
                new DashboardWarning.UnreadableLines(2, List.of("a.jsonl:7: no JSON"))));
    }

    @AfterAll
    void close() {
        server.close();
        withTokens.close();
    }

    @Test
    void the_contract_has_the_routes_of_the_server_and_no_others() {
        var served = server.server.routes().stream()
                .map(route -> route.method().name() + " " + route.path())
                .collect(Collectors.toSet());

        assertThat(documented().stream()
                        .map(answer -> answer.substring(0, answer.lastIndexOf(' ')))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void every_answer_that_the_contract_names_is_given_as_it_says() throws Exception {
        successes();
        refusals();
        refusalsWithoutToken();
        outages();

        assertThat(answered).isEqualTo(documented());
    }

    @Test
    void an_answer_that_is_not_as_the_contract_says_would_be_found() {
        var wrong = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withHeader("X-Request-Id", "1")
                .withBody("{\"status\":\"ok\",\"version\":1,\"storage\":\"memory\",\"secret\":\"x\"}")
                .build();

        assertThat(validator.validateResponse("/health", Method.GET, wrong).getMessages())
                .hasSize(2);
    }

    @Test
    void an_empty_answer_is_as_the_contract_says_too() throws Exception {
        server.dashboard.usage.clear();
        server.dashboard.warnings.clear();

        assertAsDocumented("GET", RunningServer.DASHBOARD, server.request(RunningServer.DASHBOARD), 200);
    }

    private void successes() throws Exception {
        for (var path : List.of("/health", "/health/live", "/", "/docs", "/openapi.yaml")) {
            assertAsDocumented("GET", path, server.request(path), 200);
        }
        assertAsDocumented("GET", RunningServer.DASHBOARD, server.request(RunningServer.DASHBOARD + "?days=3"), 200);
        for (var measure : List.of("requests", "tokens", "cost")) {
            var path = RunningServer.HEATMAP + "?days=366&measure=" + measure;
            assertAsDocumented("GET", RunningServer.HEATMAP, server.request(path), 200);
        }
        for (var path : KEPT) {
            assertAsDocumented("GET", path, server.request(path).header("If-None-Match", "*"), 304);
        }
        assertImported("one\nbad row", 200);
        assertImported("", 200);
    }

    private void refusals() throws Exception {
        for (var route : server.server.routes()) {
            assertMisdirected(route.method().name(), route.path());
        }
        for (var path : API) {
            assertAsDocumented("GET", path, server.request(path + "?days=x"), 400);
            assertAsDocumented("GET", path, server.request(path + "?tool=X"), 422);
            assertAsDocumented("GET", path, server.request(path).header("Origin", "https://evil.example"), 403);
        }
        assertAsDocumented(
                "POST",
                RunningServer.IMPORT,
                server.request(RunningServer.IMPORT + "?format=x&format=y").POST(body("one")),
                400);
        assertAsDocumented(
                "POST",
                RunningServer.IMPORT,
                server.request(RunningServer.IMPORT + "?format=morse").POST(body("one")),
                422);
        assertImported("%PDF", 422);
        assertImported("x".repeat(2_000), 413);
        var brotli = server.request(RunningServer.IMPORT)
                .header("Content-Encoding", "br")
                .POST(body("one"));
        assertAsDocumented("POST", RunningServer.IMPORT, brotli, 415);
        assertRaw(
                "POST",
                RunningServer.IMPORT,
                "POST " + RunningServer.IMPORT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\none",
                408);
    }

    private void refusalsWithoutToken() throws Exception {
        for (var route : server.server.routes()) {
            if (route.path().startsWith("/api/")) {
                var request = withTokens
                        .server
                        .request(route.path().replaceAll("\\{[^}]*}", UserId.LOCAL.toString()))
                        .method(route.method().name(), BodyPublishers.noBody());
                var response = withTokens.server.send(request);
                assertThat(response.statusCode()).isEqualTo(401);
                assertValid(route.method().name(), route.path(), answer(response));
            }
        }
    }

    private void outages() throws Exception {
        server.storage.isReachable = false;
        assertAsDocumented("GET", "/health", server.request("/health"), 503);
        breakdowns(new StorageUnavailable("gone", new IllegalStateException("gone")), 503);
        breakdowns(new IllegalStateException("broken"), 500);
    }

    private void breakdowns(RuntimeException failure, int status) throws Exception {
        server.dashboard.meanwhile = () -> {
            throw failure;
        };
        server.imports.onRow = row -> {
            throw failure;
        };
        for (var path : API) {
            assertAsDocumented("GET", path, server.request(path), status);
        }
        assertImported("one", status);
    }

    private void assertImported(String file, int status) throws Exception {
        assertAsDocumented(
                "POST",
                RunningServer.IMPORT,
                server.request(RunningServer.IMPORT).POST(body(file)),
                status);
    }

    private void assertMisdirected(String method, String path) throws Exception {
        var request = method + " " + path
                + " HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        assertRaw(method, path, request, 403);
    }

    private void assertAsDocumented(String method, String path, HttpRequest.Builder builder, int status)
            throws Exception {
        var request = builder.build();
        var response = server.send(builder);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertValid(method, path, answer(response));
        if (status == 200 && method.equals("GET")) {
            var query = new SimpleRequest.Builder(method, path);
            for (var pair : String.valueOf(request.uri().getRawQuery()).split("&", -1)) {
                if (pair.contains("=")) {
                    query.withQueryParam(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
                }
            }
            assertThat(validator.validateRequest(query.build()).getMessages()).isEmpty();
        }
    }

    private static SimpleResponse answer(HttpResponse<String> response) {
        var answer = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
        return (response.body().isEmpty() ? answer : answer.withBody(response.body())).build();
    }

    private void assertRaw(String method, String path, String request, int status) throws Exception {
        var parts = server.raw(request).split("\r\n\r\n", 2);
        var head = List.of(parts[0].split("\r\n", -1));
        assertThat(head.get(0)).startsWith("HTTP/1.1 " + status + " ");
        var answer = SimpleResponse.Builder.status(status).withBody(parts[1]);
        for (var header : head.subList(1, head.size())) {
            var colon = header.indexOf(':');
            answer.withHeader(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        assertValid(method, path, answer.build());
    }

    private void assertValid(String method, String path, SimpleResponse answer) {
        var report = validator.validateResponse(path, Method.valueOf(method), answer);
        assertThat(report.getMessages())
                .as("%s %s %s", method, path, answer.getStatus())
                .isEmpty();
        answered.add(method + " " + path + " " + answer.getStatus());
    }

    private Set<String> documented() {
        var answers = new TreeSet<String>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    List<String> statuses = new ArrayList<>();
                    operation.getValue().path("responses").fieldNames().forEachRemaining(statuses::add);
                    statuses.forEach(status -> answers.add(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " " + status));
                }));
        return answers;
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }

    private static JsonNode contract() {
        try (var file = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper()
                    .readTree(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
