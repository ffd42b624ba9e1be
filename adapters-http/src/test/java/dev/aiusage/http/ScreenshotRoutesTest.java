package dev.aiusage.http;

import static dev.aiusage.http.RunningServer.SCREENSHOTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.screenshots.Picture;
import dev.aiusage.application.screenshots.PictureKind;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScreenshotRoutesTest {

    private static final byte[] PNG = Pictures.png(800, 600);
    private static final String ONLY = SCREENSHOTS + "/" + FakeScreenshots.ONLY;

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
    void what_was_read_is_answered_in_the_form_in_which_it_is_sent_back() throws Exception {
        var response = send(SCREENSHOTS + "?tool=cursor_ai", "image/png", PNG);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"screenshot_id":"00000000-0000-0000-0000-000000000001","tool_name":"cursor","confidence":0.9,"metrics":[
                 {"provider":"cursor","metric_date":null,"request_count":null,"token_count":null,
                  "tokens":{"input":null,"output":null,"cache_read":null,"cache_creation":null},"lines_of_code":null,
                  "lines_removed":null,"acceptance_rate":null,"sessions":7,"cost_usd":null},
                 {"provider":"cursor","metric_date":"2026-11-23","request_count":42,"token_count":1200,
                  "tokens":{"input":null,"output":null,"cache_read":null,"cache_creation":null},"lines_of_code":null,
                  "lines_removed":null,"acceptance_rate":0.5,"sessions":null,"cost_usd":1.5}],
                 "created_at":"2026-11-24T12:00:00Z","expires_at":"2026-12-01T12:00:00Z"}
                """));
        assertThat(server.screenshots.read).singleElement().satisfies(read -> {
            assertThat(read.tool()).hasValue(Tool.CURSOR);
            assertThat(read.picture().kind()).isEqualTo(PictureKind.PNG);
            assertThat(read.picture().open().readAllBytes()).isEqualTo(PNG);
        });
    }

    @Test
    void without_a_tool_there_is_none() throws Exception {
        var response = send(SCREENSHOTS, "image/png", PNG);

        assertThat(response.body()).contains("\"tool_name\":null,\"confidence\":null", "\"provider\":null");
        assertThat(server.screenshots.read.get(0).tool()).isEqualTo(Optional.empty());
    }

    @Test
    void its_bytes_tell_what_a_picture_is_and_not_its_header() throws Exception {
        assertThat(send(SCREENSHOTS, "application/pdf", PNG).statusCode()).isEqualTo(200);
        assertThat(send(SCREENSHOTS, "image/png", "GIF89a".getBytes(StandardCharsets.US_ASCII))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_picture_may_come_as_part_of_a_form() throws Exception {
        var response = send(SCREENSHOTS, "multipart/form-data; boundary=x", form(PNG));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(server.screenshots.read.get(0).picture().open().readAllBytes())
                .isEqualTo(PNG);
    }

    @Test
    void two_pictures_at_once_are_refused() throws Exception {
        var response = send(SCREENSHOTS, "multipart/form-data; boundary=x", form(PNG, PNG));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("must be one picture at a time");
        assertThat(server.screenshots.read).isEmpty();
    }

    @Test
    void a_picture_that_is_none_or_too_large_is_not_read() throws Exception {
        assertThat(send(SCREENSHOTS, "image/png", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(send(SCREENSHOTS, "image/png", Arrays.copyOf(PNG, 20)).body())
                .contains("is broken");
        assertThat(send(SCREENSHOTS, "image/png", Pictures.png(8_001, 10)).body())
                .contains("has 8001 × 10 pixels; at most 8000 × 8000 can be read");
        assertThat(send(SCREENSHOTS, "image/png", Arrays.copyOf(PNG, Picture.MAX_BYTES + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(SCREENSHOTS, "multipart/form-data; boundary=x", form(Arrays.copyOf(PNG, Picture.MAX_BYTES + 1)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(server.screenshots.read).isEmpty();
    }

    @Test
    void of_a_picture_that_unpacks_to_gigabytes_no_more_is_unpacked_than_a_picture_may_have() throws Exception {
        var bomb = server.send(server.request(SCREENSHOTS)
                .header("Content-Type", "image/png")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packedGigabytes())));

        assertThat(bomb.statusCode()).isEqualTo(413);
        assertThat(server.screenshots.read).isEmpty();
    }

    /** More than fits into the memory of a test, in less than a picture may have: one flushed block again and again. */
    private static byte[] packedGigabytes() throws IOException {
        var block = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (var packer = new DeflaterOutputStream(block, deflater, 1 << 12, true)) {
            packer.write(new byte[64 << 20]);
            packer.flush();
            var packed = new ByteArrayOutputStream();
            packed.writeBytes(new byte[] {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, 0});
            var flushed = block.toByteArray();
            for (var times = 0; times < 24; times++) {
                packed.writeBytes(flushed);
            }
            assertThat(packed.size()).isLessThan(Picture.MAX_BYTES);
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    @Test
    void a_draft_is_confirmed_as_it_was_read_or_as_it_was_corrected() throws Exception {
        var asRead = server.send(server.request(ONLY + "/confirm").POST(BodyPublishers.noBody()));
        var corrected = server.json("POST", ONLY + "/confirm", """
                {"metrics":[{"provider":"copilot","metric_date":"2026-11-23","request_count":null,"token_count":null,
                 "tokens":{"input":null},"sessions":3,"cost_usd":null}]}
                """);

        assertThat(asRead.body()).isEqualTo("{\"metrics_stored\":2}");
        assertThat(corrected.body()).isEqualTo("{\"metrics_stored\":1}");
        assertThat(server.screenshots.corrected)
                .containsExactly(new EnteredDay(
                        Tool.GITHUB_COPILOT,
                        UsageDay.of(LocalDate.parse("2026-11-23"), Measures.NONE.withSessions(Count.of(3)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"provider\":\"cursor\",\"metric_date\":\"2026-11-23\"} | metrics[0].request_count",
                "{\"provider\":\"cursor\",\"metric_date\":null,\"sessions\":1} | metrics[0].metric_date",
                "{\"provider\":null,\"metric_date\":\"2026-11-23\",\"sessions\":1} | metrics[0].provider",
                "{\"provider\":\"cursor\",\"metric_date\":\"2026-11-23\",\"sessions\":-1} | metrics[0].sessions"
            })
    void a_correction_that_can_not_be_is_refused_by_its_field(String row, String field) throws Exception {
        var response = server.json("POST", ONLY + "/confirm", "{\"metrics\":[" + row + "]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + field + "\"");
        assertThat(server.screenshots.corrected).isEmpty();
    }

    @Test
    void a_draft_is_discarded() throws Exception {
        assertThat(server.send(server.request(ONLY).DELETE()).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"x", "00000000-0000-0000-0000-000000000002"})
    void what_is_no_draft_of_the_caller_is_not_found(String id) throws Exception {
        var path = SCREENSHOTS + "/" + id;

        assertThat(server.send(server.request(path).DELETE()).statusCode()).isEqualTo(404);
        assertThat(server.json("POST", path + "/confirm", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void a_missing_key_is_the_operators_matter_and_not_worth_trying_again() throws Exception {
        server.screenshots.meanwhile = () -> {
            throw new RequestRejected.NotSetUp("its operator has to set VISION_API_KEY");
        };

        var response = send(SCREENSHOTS, "image/png", PNG);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        assertThat(response.body()).contains("\"type\":\"urn:ai-usage:problem:not-set-up\"", "set VISION_API_KEY");
    }

    @Test
    void a_busy_model_says_when_to_try_again() throws Exception {
        server.screenshots.meanwhile = () -> {
            throw new RequestRejected.VendorUnavailable("too many calls", Duration.ofMillis(41_500));
        };

        var response = send(SCREENSHOTS, "image/png", PNG);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("42");
        assertThat(response.body()).contains("vendor-unavailable");
    }

    private HttpResponse<String> send(String path, String type, byte[] body) throws Exception {
        return server.post(path, type, BodyPublishers.ofByteArray(body));
    }

    private static byte[] form(byte[]... pictures) {
        var form = new ByteArrayOutputStream();
        for (var picture : pictures) {
            form.writeBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            form.writeBytes(picture);
            form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        form.writeBytes("--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }
}
