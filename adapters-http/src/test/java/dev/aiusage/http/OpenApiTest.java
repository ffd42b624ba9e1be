package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.SimpleResponse;
import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.access.IngestToken;
import dev.aiusage.application.access.IngestTokenId;
import dev.aiusage.application.dashboard.DashboardWarning;
import dev.aiusage.application.screenshots.Picture;
import dev.aiusage.domain.dashboard.UnpricedModel;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.user.UserId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds the contract and the server against each other, in both directions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {

    private static final List<String> API =
            List.of(RunningServer.DASHBOARD, RunningServer.HEATMAP, RunningServer.METRICS);
    private static final String ONE_INTEGRATION = RunningServer.INTEGRATIONS + "/{id}";
    private static final String SYNC = "/api/ai-usage/sync";
    private static final String ONE_SYNC = "/api/ai-usage/syncs/{id}";
    private static final String SYNCS = ONE_INTEGRATION + "/syncs";
    private static final String ONE_TOKEN = RunningServer.INGEST_TOKENS + "/{id}";
    private static final String ONE_DEVICE = RunningServer.DEVICES + "/{id}";
    private static final String ROTATE = "/api/ai-usage/admin/rotate-keys";
    private static final String TEMPLATE = RunningServer.IMPORT + "/template.csv";
    private static final String DISCOVERY = "/.well-known/codeburn-export.json";
    private static final List<String> TELEMETRY = Stream.of("metrics", "logs", "traces")
            .flatMap(signal -> Stream.of("/v1/" + signal, "/ingest/{token}/v1/" + signal))
            .toList();
    private static final List<String> LISTS = List.of(
            RunningServer.INTEGRATIONS,
            RunningServer.INGEST_TOKENS,
            RunningServer.DEVICES,
            "/api/ai-usage/admin/encryption-keys");
    private static final List<String> WITH_BODY = List.of(
            "POST " + RunningServer.CONNECT,
            "POST " + SYNC,
            "PATCH " + ONE_INTEGRATION,
            "PATCH " + ONE_DEVICE,
            "POST " + RunningServer.INGEST_TOKENS,
            "POST " + RunningServer.METRICS,
            "POST " + RunningServer.SCREENSHOTS + "/{id}/confirm");
    private static final String CONFIRM = RunningServer.SCREENSHOTS + "/{id}/confirm";
    private static final String ONE_SCREENSHOT = RunningServer.SCREENSHOTS + "/{id}";
    private static final String ROW =
            "{\"metrics\":[{\"provider\":\"cursor\",\"metric_date\":\"2026-11-23\",\"request_count\":1}]}";
    private static final String CURSOR =
            "{\"provider\":\"cursor\",\"api_key\":\"crsr_0123456789abcdef\",\"account\":\"anna\"}";
    private static final String ENTERPRISE =
            "{\"provider\":\"github_copilot\",\"api_key\":\"ghp_0123456789\",\"enterprise\":\"acme\"}";
    private static final String TAKEN =
            "{\"provider\":\"cursor\",\"api_key\":\"crsr_0123456789abcdef\",\"organization\":\"taken\"}";
    private static final List<String> KEPT = List.of(
            RunningServer.DASHBOARD,
            RunningServer.HEATMAP,
            RunningServer.METRICS,
            "/",
            "/docs",
            "/openapi.yaml",
            TEMPLATE);

    private final RunningServer server = new RunningServer(RunningServer.settings()
            .withCodeBurn(new CodeBurnLogin("https://id.example.com", "codeburn"))
            .withLimits(HttpLimits.DEFAULT.withImportMaxBytes(1_000)));
    /** For clients that are silent on purpose; all others may pause. */
    private final RunningServer impatient =
            new RunningServer(RunningServer.settings().withLimits(HttpLimits.DEFAULT.withIdle(Duration.ofSeconds(2))));

    private final TokenServer withTokens = new TokenServer();
    private final Contract contract = new Contract();

    @BeforeEach
    void reset() {
        server.reset();
        contract.forgetAnswers();
        server.dashboard.usage.addAll(List.of(Usages.fullyKnown(), Usages.hardlyKnown(), Usages.costOnly()));
        server.series.usage.addAll(server.dashboard.usage);
        server.dashboard.warnings.addAll(List.of(
                new DashboardWarning.ScanInProgress(),
                new DashboardWarning.Unpriced(new UnpricedModel(Tool.CURSOR, Label.of("local-model"), 3)),
                new DashboardWarning.UnreadableLines(2, List.of("a.jsonl:7: no JSON"))));
    }

    @AfterAll
    void close() {
        contract.close();
        server.close();
        impatient.close();
        withTokens.close();
    }

    @Test
    void the_contract_has_the_routes_of_the_server_and_no_others() {
        var served = server.server.routes().stream()
                .map(route -> route.method().name() + " " + route.path())
                .collect(Collectors.toSet());

        assertThat(contract.documented().stream()
                        .map(answer -> answer.substring(0, answer.lastIndexOf(' ')))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void every_answer_that_the_contract_names_is_given_as_it_says() throws Exception {
        successes();
        refusals();
        integrationRefusals();
        screenshotRefusals();
        contract.assertEachUnfinishedIsAnswered();
        refusalsWithoutToken();
        outages();

        assertThat(contract.answered()).isEqualTo(contract.documented());
    }

    @Test
    void an_answer_that_is_not_as_the_contract_says_would_be_found() {
        var wrong = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withHeader("X-Request-Id", "1")
                .withBody("{\"status\":\"ok\",\"version\":1,\"storage\":\"memory\",\"secret\":\"x\"}")
                .build();

        assertThat(contract.objectionsTo("GET", "/health", wrong)).hasSize(2);
    }

    @Test
    void an_empty_answer_is_as_the_contract_says_too() throws Exception {
        server.dashboard.usage.clear();
        server.dashboard.warnings.clear();

        assertAsDocumented("GET", RunningServer.DASHBOARD, server.request(RunningServer.DASHBOARD), 200);
    }

    private void successes() throws Exception {
        for (var path : List.of("/health", "/health/live", "/", "/docs", "/openapi.yaml", TEMPLATE)) {
            assertAsDocumented("GET", path, server.request(path), 200);
        }
        assertAsDocumented("GET", RunningServer.DASHBOARD, server.request(RunningServer.DASHBOARD + "?days=3"), 200);
        for (var measure : List.of("requests", "tokens", "cost")) {
            var path = RunningServer.HEATMAP + "?days=366&measure=" + measure;
            assertAsDocumented("GET", RunningServer.HEATMAP, server.request(path), 200);
        }
        for (var query : List.of(
                "?from=2026-11-01&to=2026-11-24&tool=",
                "?from=2026-11-22&provenance=true",
                "?from=2026-11-22&group_by=tool&interval=week")) {
            assertAsDocumented("GET", RunningServer.METRICS, server.request(RunningServer.METRICS + query), 200);
        }
        for (var grouping : List.of("model", "project", "language", "member")) {
            var path = RunningServer.METRICS + "?interval=month&from=2026-01-01&group_by=" + grouping;
            assertAsDocumented("GET", RunningServer.METRICS, server.request(path), 200);
        }
        for (var path : KEPT) {
            assertAsDocumented("GET", path, server.request(path).header("If-None-Match", "*"), 304);
        }
        assertJson("POST", RunningServer.METRICS, RunningServer.METRICS, ROW, 200);
        assertImported("one\nbad row", 200);
        assertImported("", 200);
        assertAsDocumented("GET", DISCOVERY, server.request(DISCOVERY), 200);
        for (var path : TELEMETRY) {
            assertJson("POST", path, path.replace("{token}", "x"), "{}", 200);
        }
        integrationSuccesses();
        assertScreenshot("?tool=cursor", Pictures.png(2, 1), 200);
        assertScreenshot("", Pictures.png(2, 1), 200);
        assertJson("POST", CONFIRM, first(CONFIRM), ROW, 200);
        assertAsDocumented(
                "DELETE", ONE_SCREENSHOT, server.request(first(ONE_SCREENSHOT)).DELETE(), 204);
        deviceSuccesses();
    }

    private static String first(String path) {
        return path.replace("{id}", FakeScreenshots.ONLY.toString());
    }

    private void assertScreenshot(String query, byte[] picture, int status) throws Exception {
        assertAsDocumented(
                "POST",
                RunningServer.SCREENSHOTS,
                server.request(RunningServer.SCREENSHOTS + query).POST(BodyPublishers.ofByteArray(picture)),
                status);
    }

    private void screenshotRefusals() throws Exception {
        var png = Pictures.png(2, 1);
        assertScreenshot("?tool=x&tool=y", png, 400);
        assertScreenshot("", new byte[Picture.MAX_BYTES + 1], 413);
        assertScreenshot("", "GIF89a".getBytes(StandardCharsets.US_ASCII), 415);
        assertScreenshot("", Pictures.png(9_000, 1), 422);
        contract.breakOff(
                "POST",
                RunningServer.SCREENSHOTS,
                impatient,
                "POST " + RunningServer.SCREENSHOTS + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\none");
        server.screenshots.meanwhile = () -> {
            throw new RequestRejected.TooSoon("At most 20 screenshots an hour are read.", Duration.ofMinutes(3));
        };
        assertScreenshot("", png, 429);
        for (var failure : List.of(
                new RequestRejected.NotSetUp("VISION_API_KEY is missing"),
                new RequestRejected.VendorUnavailable("busy", Duration.ofSeconds(9)))) {
            server.screenshots.meanwhile = () -> {
                throw failure;
            };
            assertScreenshot("", png, 503);
        }
        server.screenshots.reset();
        assertJson("POST", CONFIRM, Contract.strange(CONFIRM), "{}", 404);
        assertJson("POST", CONFIRM, first(CONFIRM), "{\"metrics\":[{}]}", 422);
        assertAsDocumented(
                "DELETE",
                ONE_SCREENSHOT,
                server.request(Contract.strange(ONE_SCREENSHOT)).DELETE(),
                404);
    }

    private void deviceSuccesses() throws Exception {
        var import200 = server.request(RunningServer.IMPORT + "?device=laptop").POST(body("one"));
        assertAsDocumented("POST", RunningServer.IMPORT, import200, 200);
        assertAsDocumented("GET", RunningServer.DEVICES, server.request(RunningServer.DEVICES), 200);
        assertJson("PATCH", ONE_DEVICE, oneDevice(), "{\"alias\":\"Anna's\"}", 200);
        assertAsDocumented("DELETE", ONE_DEVICE, server.request(oneDevice()).DELETE(), 204);
    }

    private static String oneDevice() {
        return ONE_DEVICE.replace(
                "{id}", new DeviceName("laptop").idOf(UserId.LOCAL).toString());
    }

    private void integrationSuccesses() throws Exception {
        assertJson("POST", RunningServer.CONNECT, RunningServer.CONNECT, CURSOR, 201);
        assertJson("POST", RunningServer.CONNECT, RunningServer.CONNECT, ENTERPRISE, 201);
        assertJson("PATCH", ONE_INTEGRATION, oneIntegration(), "{\"account\":null,\"is_active\":true}", 200);
        assertJson("POST", RunningServer.INGEST_TOKENS, RunningServer.INGEST_TOKENS, "{\"name\":\"laptop\"}", 201);
        server.ingestTokens.held.add(new IngestToken(
                new IngestTokenId(UUID.randomUUID()),
                UserId.LOCAL,
                "used",
                FakeIntegrations.NOON,
                Optional.of(FakeIntegrations.NOON)));
        for (var path : LISTS) {
            assertAsDocumented("GET", path, server.request(path), 200);
        }
        assertAsDocumented("GET", ONE_INTEGRATION, server.request(oneIntegration()), 200);
        assertJson("POST", RunningServer.CONNECT, RunningServer.CONNECT + "?check=true", CURSOR, 201);
        syncSuccesses();
        assertAsDocumented("POST", ROTATE, server.request(ROTATE).POST(BodyPublishers.noBody()), 200);
        assertAsDocumented(
                "DELETE", ONE_INTEGRATION, server.request(oneIntegration()).DELETE(), 204);
        assertAsDocumented("DELETE", ONE_TOKEN, server.request(oneToken()).DELETE(), 204);
    }

    private void syncSuccesses() throws Exception {
        server.syncs.runs.add(FakeSyncs.queued());
        assertJson("POST", SYNC, SYNC, "{}", 202);
        assertJson("POST", SYNC, SYNC, "{\"integration_id\":\"" + FakeIntegrations.FIRST + "\"}", 202);
        server.syncs.runs.clear();
        server.syncs.runs.addAll(List.of(FakeSyncs.succeeded(), FakeSyncs.failed()));
        assertJson("POST", SYNC, SYNC, "{}", 200);
        assertJson("POST", SYNC, SYNC, "{\"integration_id\":\"" + FakeIntegrations.FIRST + "\"}", 200);
        assertAsDocumented("GET", ONE_SYNC, server.request(ONE_SYNC.replace("{id}", FakeSyncs.RUN.toString())), 200);
        assertAsDocumented("GET", SYNCS, server.request(SYNCS.replace("{id}", FakeIntegrations.FIRST.toString())), 200);
    }

    private void refusals() throws Exception {
        for (var route : server.server.routes()) {
            assertMisdirected(route.method().name(), route.path());
        }
        telemetryRefusals();
        for (var path : API) {
            assertAsDocumented("GET", path, server.request(path + "?tool=x&tool=y"), 400);
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
        contract.breakOff(
                "POST",
                RunningServer.IMPORT,
                impatient,
                "POST " + RunningServer.IMPORT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\none");
    }

    private void telemetryRefusals() throws Exception {
        contract.assertAsDocumented("GET", DISCOVERY, withTokens.server, withTokens.server.request(DISCOVERY), 404);
        for (var path : TELEMETRY) {
            var called = path.replace("{token}", "x");
            assertJson("POST", path, called, "bad", 400);
            assertJson("POST", path, called, " ".repeat((16 << 20) + 1), 413);
            assertAsDocumented("POST", path, server.request(called).POST(body("{}")), 415);
            contract.breakOff(
                    "POST",
                    path,
                    impatient,
                    "POST " + called + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 9\r\n\r\n{");
        }
    }

    private void integrationRefusals() throws Exception {
        server.integrations.reset();
        for (var method : List.of("GET", "DELETE")) {
            assertAsDocumented(
                    method,
                    ONE_INTEGRATION,
                    server.request(Contract.strange(ONE_INTEGRATION)).method(method, BodyPublishers.noBody()),
                    404);
        }
        assertAsDocumented(
                "DELETE", ONE_TOKEN, server.request(Contract.strange(ONE_TOKEN)).DELETE(), 404);
        assertJson("PATCH", ONE_INTEGRATION, Contract.strange(ONE_INTEGRATION), "{}", 404);
        assertAsDocumented(
                "DELETE",
                ONE_DEVICE,
                server.request(Contract.strange(ONE_DEVICE)).DELETE(),
                404);
        assertJson("PATCH", ONE_DEVICE, Contract.strange(ONE_DEVICE), "{\"alias\":\"x\"}", 404);
        assertJson("PATCH", ONE_DEVICE, Contract.strange(ONE_DEVICE), "{\"alias\":\"refused\"}", 422);
        assertJson("POST", RunningServer.CONNECT, RunningServer.CONNECT, TAKEN, 409);
        assertJson("POST", RunningServer.CONNECT, RunningServer.CONNECT, CURSOR, 201);
        assertJson("PATCH", ONE_INTEGRATION, oneIntegration(), "{\"account\":\"taken\"}", 409);
        assertJson("PATCH", ONE_INTEGRATION, oneIntegration(), "{\"account\":\"refused\"}", 422);
        for (var operation : WITH_BODY) {
            var method = operation.substring(0, operation.indexOf(' '));
            var path = operation.substring(method.length() + 1);
            var called = path.replace("{id}", FakeIntegrations.FIRST.toString());
            assertJson(method, path, called, "[]", 400);
            assertJson(method, path, called, "{\"x\":\"" + "x".repeat(3_000_000) + "\"}", 413);
            assertAsDocumented(method, path, server.request(called).method(method, body("{}")), 415);
            contract.breakOff(
                    method,
                    path,
                    impatient,
                    method + " " + called + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 9\r\n\r\n{");
        }
        for (var path : List.of(ONE_SYNC, SYNCS)) {
            assertAsDocumented("GET", path, server.request(Contract.strange(path)), 404);
        }
        assertJson("POST", SYNC, SYNC, "{\"integration_id\":\"" + Contract.STRANGE + "\"}", 404);
        assertJson("POST", SYNC, SYNC, "{\"from\":\"2026-11-01\"}", 422);
        server.syncs.tooSoon = Duration.ofSeconds(5);
        assertJson("POST", SYNC, SYNC, "{}", 429);
        assertJson("POST", RunningServer.CONNECT, RunningServer.CONNECT, "{}", 422);
        assertJson("POST", RunningServer.METRICS, RunningServer.METRICS, "{\"metrics\":[1,{}]}", 422);
        assertJson("POST", RunningServer.INGEST_TOKENS, RunningServer.INGEST_TOKENS, "{}", 422);
    }

    private void refusalsWithoutToken() throws Exception {
        for (var route : server.server.routes()) {
            if (route.path().startsWith("/api/") || TELEMETRY.contains(route.path())) {
                var request = withTokens
                        .server
                        .request(route.path().replaceAll("\\{[^}]*}", UserId.LOCAL.toString()))
                        .method(route.method().name(), BodyPublishers.noBody());
                contract.assertAsDocumented(route.method().name(), route.path(), withTokens.server, request, 401);
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
        server.series.meanwhile = server.dashboard.meanwhile;
        server.telemetry.meanwhile = server.dashboard.meanwhile;
        for (var path : TELEMETRY) {
            assertJson("POST", path, path.replace("{token}", "x"), "{}", status);
        }
        Runnable failing = () -> {
            throw failure;
        };
        server.integrations.meanwhile = failing;
        server.syncs.meanwhile = failing;
        server.entry.meanwhile = failing;
        server.screenshots.meanwhile = failing;
        server.ingestTokens.meanwhile = failing;
        server.devices.meanwhile = failing;
        server.rotation.meanwhile = failing;
        for (var path : API) {
            assertAsDocumented("GET", path, server.request(path), status);
        }
        for (var path : LISTS) {
            assertAsDocumented("GET", path, server.request(path), status);
        }
        for (var path : List.of(ONE_SYNC, SYNCS)) {
            assertAsDocumented("GET", path, server.request(Contract.strange(path)), status);
        }
        assertJson("POST", SYNC, SYNC, "{}", status);
        assertImported("one", status);
        assertJson("POST", RunningServer.METRICS, RunningServer.METRICS, ROW, status);
        assertScreenshot("", Pictures.png(2, 1), status);
        assertJson("POST", CONFIRM, first(CONFIRM), "{}", status);
        assertAsDocumented(
                "DELETE", ONE_SCREENSHOT, server.request(first(ONE_SCREENSHOT)).DELETE(), status);
        assertJson("POST", RunningServer.CONNECT, RunningServer.CONNECT, CURSOR, status);
        assertJson("PATCH", ONE_INTEGRATION, oneIntegration(), "{\"is_active\":true}", status);
        assertJson("POST", RunningServer.INGEST_TOKENS, RunningServer.INGEST_TOKENS, "{\"name\":\"x\"}", status);
        assertJson("PATCH", ONE_DEVICE, Contract.strange(ONE_DEVICE), "{\"alias\":\"x\"}", status);
        assertAsDocumented(
                "DELETE",
                ONE_DEVICE,
                server.request(Contract.strange(ONE_DEVICE)).DELETE(),
                status);
        assertAsDocumented("POST", ROTATE, server.request(ROTATE).POST(BodyPublishers.noBody()), status);
        assertAsDocumented("GET", ONE_INTEGRATION, server.request(oneIntegration()), status);
        assertAsDocumented(
                "DELETE", ONE_INTEGRATION, server.request(oneIntegration()).DELETE(), status);
        assertAsDocumented("DELETE", ONE_TOKEN, server.request(oneToken()).DELETE(), status);
    }

    private void assertJson(String method, String path, String called, String json, int status) throws Exception {
        assertAsDocumented(
                method,
                path,
                server.request(called).method(method, body(json)).header("Content-Type", "application/json"),
                status);
    }

    private static String oneIntegration() {
        return Contract.strange(ONE_INTEGRATION).replace(Contract.STRANGE, FakeIntegrations.FIRST.toString());
    }

    private static String oneToken() {
        return ONE_TOKEN.replace("{id}", new UUID(0, 1).toString());
    }

    private void assertImported(String file, int status) throws Exception {
        assertAsDocumented(
                "POST",
                RunningServer.IMPORT,
                server.request(RunningServer.IMPORT).POST(body(file)),
                status);
    }

    private void assertMisdirected(String method, String path) throws Exception {
        var request = method + " " + Contract.strange(path)
                + " HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        contract.assertRaw(method, path, server, request, 403);
    }

    private void assertAsDocumented(String method, String path, HttpRequest.Builder builder, int status)
            throws Exception {
        contract.assertAsDocumented(method, path, server, builder, status);
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }
}
