package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.testing.FakeMessages;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a picture, with a vision model that is played here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenshotsTest {

    private static final String SCREENSHOTS = "/api/ai-usage/screenshots";
    private final String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    private final String requests = "{\"date\":\"" + yesterday + "\",\"metric\":\"requests\",\"value\":42}";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private static Path directory;

    private FakeMessages model;
    private RunningProgram service;

    @BeforeAll
    void start() throws Exception {
        model = new FakeMessages();
        service = Program.in(directory)
                .with("STORAGE", "memory")
                .with("SCAN_LOCAL_LOGS", "false")
                .with("ANTHROPIC_BASE_URL", model.address().toString())
                .with("VISION_API_KEY", FakeMessages.KEY)
                .with("VISION_MODEL", "claude-opus-5-5")
                .serve();
    }

    @AfterAll
    void stop() {
        service.close();
        model.close();
    }

    @Test
    void a_picture_is_usage_once_its_owner_says_so() throws Exception {
        model.reads(requests);

        var draft = tree(post(SCREENSHOTS, png()), 200);
        var path = SCREENSHOTS + "/" + draft.path("screenshot_id").textValue();

        assertThat(draft.path("tool_name").textValue()).isEqualTo("cursor");
        assertThat(draft.path("confidence").doubleValue()).isEqualTo(0.9);
        assertThat(draft.at("/metrics/0/request_count").intValue()).isEqualTo(42);
        assertThat(model.questions().get(model.questions().size() - 1)).contains("\"model\":\"claude-opus-5-5\"");
        var before = service.dashboard().path("total_interactions").intValue();

        assertThat(tree(post(path + "/confirm", new byte[0]), 200)).hasToString("{\"metrics_stored\":1}");

        assertThat(service.dashboard().path("total_interactions").intValue()).isEqualTo(before + 42);
        var shown = service.dashboard().path("tools").path(0);
        assertThat(shown.path("tool_name").textValue()).isEqualTo("cursor");
        assertThat(shown.path("request_basis").textValue()).isEqualTo("as_given");
        assertThat(shown.path("day_basis").textValue()).isEqualTo("utc");
        assertThat(shown.path("daily_breakdown")).hasSize(1);
        assertThat(service.get("/api/ai-usage/integrations").body()).contains("\"integration_method\":\"screenshot\"");
        var series = tree(
                service.get("/api/ai-usage/metrics?from=%s&to=%s&provenance=true".formatted(yesterday, yesterday)),
                200);
        assertThat(series.at("/series/0/points/0/provenance/requests")).hasToString("[\"screenshot\"]");
        assertThat(post(path + "/confirm", new byte[0]).statusCode()).isEqualTo(404);
    }

    @Test
    void a_discarded_picture_is_nothing() throws Exception {
        model.reads(requests);
        var path = SCREENSHOTS + "/"
                + tree(post(SCREENSHOTS, png()), 200).path("screenshot_id").textValue();
        var before = service.dashboard().path("total_interactions").intValue();

        var discarded = service.send(
                HttpRequest.newBuilder(service.address().resolve(path)).DELETE());

        assertThat(discarded.statusCode()).isEqualTo(204);
        assertThat(post(path + "/confirm", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(service.dashboard().path("total_interactions").intValue()).isEqualTo(before);
    }

    @Test
    void what_goes_wrong_with_the_model_is_told_apart_and_never_shows_the_key() throws Exception {
        model.reads(requests.replace("42", "-42"));
        assertProblem(503, "vendor-unavailable", "a figure out of range");
        model.refuses(401);
        assertProblem(503, "not-set-up", "VISION_API_KEY");
        model.refuses(429);
        var limited = assertProblem(503, "vendor-unavailable", "too many calls");
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("42");

        assertThat(service.log()).noneMatch(line -> line.contains("sensitive"));
    }

    @Test
    void without_a_key_the_missing_setting_is_named() throws Exception {
        try (var keyless = Program.in(directory.resolve("keyless"))
                .with("STORAGE", "memory")
                .with("SCAN_LOCAL_LOGS", "false")
                .serve()) {
            var refused = keyless.send(HttpRequest.newBuilder(keyless.address().resolve(SCREENSHOTS))
                    .POST(BodyPublishers.ofByteArray(png())));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("not-set-up", "VISION_API_KEY");
        }
    }

    private HttpResponse<String> assertProblem(int status, String type, String detail) throws Exception {
        var response = post(SCREENSHOTS, png());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(type, detail).doesNotContain("sensitive");
        return response;
    }

    private HttpResponse<String> post(String path, byte[] body) throws Exception {
        return service.send(HttpRequest.newBuilder(service.address().resolve(path))
                .POST(body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
    }

    private JsonNode tree(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json.readTree(response.body());
    }

    private static byte[] png() {
        return ByteBuffer.allocate(40)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(800)
                .putInt(600)
                .array();
    }
}
