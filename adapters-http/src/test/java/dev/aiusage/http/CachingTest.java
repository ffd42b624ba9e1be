package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CachingTest {

    private final RunningServer server = new RunningServer();

    @BeforeEach
    void reset() {
        server.reset();
        server.dashboard.usage.add(Usages.fullyKnown());
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void an_unchanged_answer_is_not_sent_again() throws Exception {
        var first = server.get(RunningServer.DASHBOARD);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var second = server.send(server.request(RunningServer.DASHBOARD).header("If-None-Match", tag));

        assertThat(tag).matches("\"[A-Za-z0-9_-]+\"");
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(tag);
        assertThat(second.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(second.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(second.headers().firstValue("Content-Type")).isEmpty();
        assertThat(second.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void a_changed_answer_is_sent_under_another_tag() throws Exception {
        var tag =
                server.get(RunningServer.DASHBOARD).headers().firstValue("ETag").orElseThrow();
        server.dashboard.usage.add(Usages.hardlyKnown());

        var changed = server.send(server.request(RunningServer.DASHBOARD).header("If-None-Match", tag));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
    }

    @Test
    void one_of_several_tags_weak_ones_too_or_any_at_all_will_do() throws Exception {
        var tag =
                server.get(RunningServer.DASHBOARD).headers().firstValue("ETag").orElseThrow();

        for (var held : List.of("\"other\", " + tag, "W/" + tag, "*")) {
            var response = server.send(server.request(RunningServer.DASHBOARD).header("If-None-Match", held));
            assertThat(response.statusCode()).as(held).isEqualTo(304);
        }
        var other = server.send(server.request(RunningServer.DASHBOARD).header("If-None-Match", "\"other\""));
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void tags_may_stand_in_several_headers() throws Exception {
        var tag =
                server.get(RunningServer.DASHBOARD).headers().firstValue("ETag").orElseThrow();

        var response = server.send(server.request(RunningServer.DASHBOARD)
                .header("If-None-Match", "\"other\"")
                .header("If-None-Match", tag));

        assertThat(response.statusCode()).isEqualTo(304);
    }

    @Test
    void a_packed_answer_has_a_tag_of_its_own_and_both_are_known_again() throws Exception {
        var plain = server.get(RunningServer.DASHBOARD);
        var packed = server.sendForBytes(server.request(RunningServer.DASHBOARD).header("Accept-Encoding", "gzip"));

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Content-Length")).contains("" + packed.body().length);
        assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .isEqualTo(plain.body());
        var packedTag = packed.headers().firstValue("ETag").orElseThrow();
        var plainTag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(packedTag).isNotEqualTo(plainTag);
        for (var tag : List.of(packedTag, plainTag)) {
            var again = server.send(server.request(RunningServer.DASHBOARD)
                    .header("Accept-Encoding", "gzip")
                    .header("If-None-Match", tag));
            assertThat(again.statusCode()).isEqualTo(304);
        }
    }

    @Test
    void small_answers_are_not_packed() throws Exception {
        var health = server.send(server.request("/health").header("Accept-Encoding", "gzip"));

        assertThat(health.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(health.body()).startsWith("{\"status\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "GZIP;q=0.5 | true",
                "deflate, gzip;q=1.0, *;q=0.5 | true",
                "* | true",
                "x-gzip | true",
                "gzip;q=0 | false",
                "gzip; q=0.000, * | false",
                "*;q=0 | false",
                "br | false",
                "gzipped | false",
                "identity | false"
            })
    void the_client_decides_whether_answers_are_packed(String header, boolean isTaken) {
        assertThat(Compression.isAccepted(header)).isEqualTo(isTaken);
    }

    @Test
    void head_answers_like_get_without_the_body() throws Exception {
        for (var path : List.of(
                RunningServer.DASHBOARD,
                RunningServer.HEATMAP,
                RunningServer.METRICS,
                "/health",
                "/",
                "/openapi.yaml")) {
            var get = server.get(path);
            var head = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (var header : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control")) {
                assertThat(head.headers().firstValue(header))
                        .as(path + header)
                        .isEqualTo(get.headers().firstValue(header));
            }
        }
        var refused = server.send(
                server.request(RunningServer.DASHBOARD + "?days=0").method("HEAD", BodyPublishers.noBody()));
        assertThat(refused.statusCode()).isEqualTo(422);
    }
}
