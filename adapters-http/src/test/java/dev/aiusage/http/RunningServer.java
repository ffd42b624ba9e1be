package dev.aiusage.http;

import dev.aiusage.domain.user.UserId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The real server on a free port, over fakes, and a real client. */
final class RunningServer implements AutoCloseable {

    static final String IMPORT = "/api/ai-usage/import";
    static final String DASHBOARD = "/api/ai-usage/dashboard";
    static final String HEATMAP = "/api/ai-usage/heatmap";
    static final String METRICS = "/api/ai-usage/metrics";
    static final String CONNECT = "/api/ai-usage/connect";
    static final String INTEGRATIONS = "/api/ai-usage/integrations";
    static final String INGEST_TOKENS = "/api/ai-usage/ingest-tokens";
    static final String DEVICES = "/api/ai-usage/devices";
    static final String SCREENSHOTS = "/api/ai-usage/screenshots";
    static final String FRONTEND = "https://app.example.com";

    final FakeDashboard dashboard = new FakeDashboard();
    final FakeSeries series = new FakeSeries();
    final FakeImport imports = new FakeImport();
    final FakeEntry entry = new FakeEntry();
    final FakeTelemetry telemetry = new FakeTelemetry();
    final FakeStorage storage = new FakeStorage();
    final FakeIntegrations integrations = new FakeIntegrations();
    final FakeSyncs syncs = new FakeSyncs();
    final FakeIngestTokens ingestTokens = new FakeIngestTokens();
    final FakeDevices devices = new FakeDevices();
    final FakeScreenshots screenshots = new FakeScreenshots();
    final FakeRotation rotation = new FakeRotation();
    final HttpServer server;
    final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningServer() {
        this(settings());
    }

    RunningServer(HttpSettings settings) {
        this(settings, new LocalAuthentication(UserId.LOCAL));
    }

    RunningServer(HttpSettings settings, Authentication authentication) {
        server = new HttpServer(useCases(), authentication, settings);
        port = server.start();
    }

    private UseCases useCases() {
        return new UseCases(
                dashboard,
                series,
                imports,
                entry,
                telemetry,
                storage,
                new UseCases.OfIntegrations(integrations, integrations, integrations, integrations::remove),
                new UseCases.OfSyncs(syncs, syncs),
                new UseCases.OfIngestTokens(ingestTokens, ingestTokens, ingestTokens::revoke),
                new UseCases.OfDevices(devices, devices, devices::remove, devices),
                new UseCases.OfScreenshots(screenshots, screenshots, screenshots::discard),
                Optional.of(rotation));
    }

    static HttpSettings settings() {
        return HttpSettings.local("1.2.3")
                .withPort(0)
                .withCorsOrigins(Set.of(FRONTEND))
                .withLimits(HttpLimits.DEFAULT.withShutdown(Duration.ofSeconds(20)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> json(String method, String path, String body) throws IOException, InterruptedException {
        return send(
                request(path).method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json"));
    }

    HttpResponse<String> post(String path, String contentType, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(request(path).POST(body).header("Content-Type", contentType));
    }

    /** What HTTP clients would not send: these bytes, and all that comes back until the server closes. */
    String raw(String bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** As new, for the next test. */
    void reset() {
        dashboard.reset();
        series.reset();
        imports.reset();
        entry.reset();
        telemetry.reset();
        storage.reset();
        integrations.reset();
        syncs.reset();
        ingestTokens.reset();
        devices.reset();
        screenshots.reset();
        rotation.reset();
    }

    @Override
    public void close() {
        server.close();
    }
}
