package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.telemetry.TelemetryEncoding;
import dev.aiusage.application.telemetry.TelemetrySignal;
import dev.aiusage.domain.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OtlpRoutesTest {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final String TOKEN = "aiu_" + "s3cret".repeat(8);

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
    @ValueSource(strings = {"metrics", "logs", "traces"})
    void a_delivery_is_taken_in_both_encodings_and_answered_in_its_own(String signal) throws Exception {
        var binary = server.post("/v1/" + signal, PROTOBUF, BodyPublishers.ofString("x"));
        var json = server.post("/v1/" + signal, JSON + "; charset=utf-8", BodyPublishers.ofString("{}"));

        assertThat(binary.statusCode()).isEqualTo(200);
        assertThat(binary.headers().firstValue("Content-Type")).contains(PROTOBUF);
        assertThat(binary.body()).isEmpty();
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(json.body()).isEqualTo("{}");
        assertThat(server.telemetry.deliveries)
                .extracting(delivery -> delivery.signal().slug())
                .containsExactly(signal, signal);
        assertThat(server.telemetry.deliveries)
                .extracting(delivery -> delivery.encoding())
                .containsExactly(TelemetryEncoding.PROTOBUF, TelemetryEncoding.JSON);
        assertThat(server.telemetry.deliveries)
                .extracting(delivery -> delivery.user())
                .containsOnly(UserId.LOCAL);
    }

    @Test
    void it_may_be_packed_by_gzip_and_come_in_chunks() throws Exception {
        var packed = gzip("telemetry".getBytes(StandardCharsets.UTF_8));
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(packed));

        var answer = server.send(telemetry("metrics", PROTOBUF, chunked).header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.telemetry.bodies).containsExactly("telemetry");
    }

    @Test
    void what_is_packed_otherwise_or_no_gzip_is_refused() throws Exception {
        var brotli = telemetry("logs", JSON, BodyPublishers.ofString("{}")).header("Content-Encoding", "br");
        var fake = telemetry("logs", JSON, BodyPublishers.ofString("{}")).header("Content-Encoding", "gzip");
        var cut = gzip("telemetry".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        var broken = telemetry("logs", JSON, BodyPublishers.ofByteArray(cut, 0, cut.length / 2))
                .header("Content-Encoding", "gzip");

        assertThat(server.send(brotli).statusCode()).isEqualTo(415);
        assertThat(server.send(fake).statusCode()).isEqualTo(400);
        assertThat(server.send(broken).statusCode()).isEqualTo(400);
        assertThat(server.telemetry.deliveries).isEmpty();
    }

    @Test
    void a_gzip_bomb_is_refused_at_16_megabytes() throws Exception {
        var bomb = gzip(new byte[200 << 20]);

        var answer = server.send(
                telemetry("metrics", JSON, BodyPublishers.ofByteArray(bomb)).header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"max_bytes\":16777216");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void other_content_types_are_refused(String contentType) throws Exception {
        var answer = server.post("/v1/metrics", contentType, BodyPublishers.ofString("{}"));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept")).contains(PROTOBUF + ", " + JSON);
    }

    @Test
    void a_refusal_is_a_status_in_protobuf_and_a_problem_in_json() throws Exception {
        var binary = server.sendForBytes(telemetry("metrics", PROTOBUF, BodyPublishers.ofString("bad")));
        var json = server.send(telemetry("metrics", JSON, BodyPublishers.ofString("bad")));

        assertThat(binary.statusCode()).isEqualTo(400);
        assertThat(binary.headers().firstValue("Content-Type")).contains(PROTOBUF);
        var message = "Malformed request: body: is bad".getBytes(StandardCharsets.UTF_8);
        var expected = new ByteArrayOutputStream();
        expected.writeBytes(new byte[] {0x12, (byte) message.length});
        expected.writeBytes(message);
        assertThat(binary.body()).isEqualTo(expected.toByteArray());
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_long_message_of_a_status_has_its_length_in_seven_bits_at_a_time() {
        var problem = Problem.of(ProblemType.MALFORMED, "x".repeat(281));

        var status = RpcStatus.of(problem);

        assertThat(status).hasSize(3 + 300).startsWith(0x12, 0xAC, 0x02);
    }

    @Test
    void a_storage_out_of_reach_has_clients_try_again() throws Exception {
        server.telemetry.meanwhile = () -> {
            throw new StorageUnavailable("gone", new IllegalStateException("gone"));
        };

        var answer = server.send(telemetry("logs", PROTOBUF, BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROTOBUF);
    }

    @Test
    void a_page_of_another_site_may_not_send_any() throws Exception {
        var foreign = telemetry("logs", JSON, BodyPublishers.ofString("{}")).header("Origin", "https://evil.example");

        assertThat(server.send(foreign).statusCode()).isEqualTo(403);
        assertThat(server.telemetry.deliveries).isEmpty();
    }

    @Test
    @Timeout(60)
    void a_token_in_the_path_is_in_no_log_whatever_happens() throws Exception {
        var written = new ListAppender<ILoggingEvent>();
        written.list = new CopyOnWriteArrayList<>();
        var logger = (Logger) LoggerFactory.getLogger("dev.aiusage");
        var before = logger.getLevel();
        written.start();
        logger.addAppender(written);
        logger.setLevel(Level.DEBUG);
        try {
            server.telemetry.meanwhile = () -> {
                throw new IllegalStateException("broken");
            };
            var paths = List.of(
                    "/ingest/" + TOKEN + "/v1/logs",
                    "/ingest/" + TOKEN + "/v1/nothing",
                    "/ingest/" + TOKEN,
                    "/Ingest/" + TOKEN + "/v1/logs",
                    "/%69ngest/%61iu_" + TOKEN.substring(4) + "/v1/logs");
            for (var path : paths) {
                assertThat(server.post(path, JSON, BodyPublishers.ofString("{}"))
                                .body())
                        .doesNotContain("s3cret");
            }
            // A request is noted when its client may have the answer already.
            while (requestsNotedIn(written) < paths.size()) {
                Thread.onSpinWait();
            }
        } finally {
            logger.detachAppender(written);
            logger.setLevel(before);
        }

        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("s3cret"));
    }

    private static long requestsNotedIn(ListAppender<ILoggingEvent> written) {
        return written.list.stream()
                .filter(event -> event.getLoggerName().endsWith(".access"))
                .count();
    }

    @Test
    void without_a_login_any_token_in_the_path_will_do() throws Exception {
        var answer = server.post("/ingest/anything/v1/logs", JSON, BodyPublishers.ofString("{}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.telemetry.deliveries)
                .extracting(delivery -> delivery.signal())
                .containsExactly(TelemetrySignal.LOGS);
    }

    private HttpRequest.Builder telemetry(String signal, String contentType, HttpRequest.BodyPublisher body) {
        return server.request("/v1/" + signal)
                .header("Content-Type", contentType)
                .POST(body);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
