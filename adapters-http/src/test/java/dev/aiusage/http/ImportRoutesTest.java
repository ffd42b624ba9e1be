package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImportRoutesTest {

    private static final int LIMIT = 100_000;

    private final RunningServer server =
            new RunningServer(RunningServer.settings().withLimits(HttpLimits.DEFAULT.withImportMaxBytes(LIMIT)));

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
                "text/plain",
                "application/json",
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "application/x-ndjson; charset=utf-8",
                "multipart/mixed; boundary=x",
                "rubbish"
            })
    void a_file_as_body_is_imported_whatever_its_content_type(String contentType) throws Exception {
        var response = server.post(RunningServer.IMPORT, contentType, BodyPublishers.ofString("a=1&b\nbad row\nc"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"format":"lines","rows_read":3,"rows_imported":2,"rows_skipped":1,"rows_rejected":1,"days":1,"warnings":[],
                 "errors":[{"row":2,"message":"bad row"}]}
                """));
        assertThat(server.imports.rows).containsExactly("a=1&b", "c");
    }

    @Test
    void a_body_without_a_content_type_or_a_length_is_imported() throws Exception {
        var response = server.send(server.request(RunningServer.IMPORT).POST(chunked("one\ntwo")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.imports.rows).containsExactly("one", "two");
    }

    @Test
    void an_empty_body_is_a_file_without_usage() throws Exception {
        var response = server.post(RunningServer.IMPORT, "");

        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"format":"lines","rows_read":0,"rows_imported":0,"rows_skipped":0,"rows_rejected":0,"days":1,
                 "warnings":[{"code":"no_usage","detail":"The upload holds no usage."}],"errors":[]}
                """));
    }

    @Test
    void the_format_is_auto_unless_named() throws Exception {
        server.post(RunningServer.IMPORT, "one");
        server.post(RunningServer.IMPORT + "?format=", "one");
        server.post(RunningServer.IMPORT + "?format=lines", "one");

        assertThat(server.imports.requests)
                .extracting(ImportRequest::format)
                .containsExactly(ImportFormat.AUTO, ImportFormat.AUTO, new ImportFormat("lines"));
        assertThat(server.imports.requests).extracting(ImportRequest::user).containsOnly(UserId.LOCAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"morse", "A%20B", "lines%00"})
    void an_unknown_format_is_invalid(String format) throws Exception {
        var response = server.post(RunningServer.IMPORT + "?format=" + format, "one");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:invalid-field","title":"Invalid field","status":422,
                 "detail":"format: must be one of auto, lines",
                 "errors":[{"field":"format","message":"must be one of auto, lines"}]}
                """));
    }

    @Test
    void the_tool_and_the_account_of_the_rows_may_be_told() throws Exception {
        server.post(RunningServer.IMPORT + "?tool=copilot&account=anna%40example.com", "one");
        server.post(RunningServer.IMPORT, "one");

        var told = server.imports.requests.get(0).hints();
        assertThat(told.tool()).contains(Tool.GITHUB_COPILOT);
        assertThat(told.account()).isEqualTo("anna@example.com");
        assertThat(server.imports.requests.get(1).hints().tool()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tool=X", "account=a%00b"})
    void a_tool_or_an_account_that_can_not_be_is_invalid(String query) throws Exception {
        var response = server.post(RunningServer.IMPORT + "?" + query, "one");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("\"field\":\"" + query.substring(0, query.indexOf('=')) + "\"");
        assertThat(server.imports.requests).isEmpty();
    }

    @Test
    void the_template_is_a_table_to_download() throws Exception {
        var response = server.send(server.request(RunningServer.IMPORT + "/template.csv"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"template.csv\"");
        assertThat(response.body())
                .startsWith("date,tool,requests,input_tokens,")
                .endsWith(",account\r\n");
    }

    @Test
    void a_format_given_twice_is_malformed() throws Exception {
        var response = server.post(RunningServer.IMPORT + "?format=auto&format=lines", "one");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"format\"");
    }

    @Test
    void a_file_of_no_known_format_is_told_by_its_first_line() throws Exception {
        var response = server.post(RunningServer.IMPORT, "%PDF-1.7\nrest");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:unrecognised-format","title":"Unrecognised format","status":422,
                 "detail":"The file is in none of the formats lines; it begins with: %PDF-1.7"}
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "", "identity"})
    void a_packed_file_is_unpacked_whether_announced_or_not(String coding) throws Exception {
        var response = server.send(server.request(RunningServer.IMPORT)
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofByteArray(gzip("one\ntwo"))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.imports.rows).containsExactly("one", "two");
    }

    @Test
    void a_packed_file_may_be_packed_again_for_the_way() throws Exception {
        var response = server.send(server.request(RunningServer.IMPORT)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Compression.gzip(gzip("one")))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.imports.rows).containsExactly("one");
    }

    @Test
    void an_announced_gzip_that_is_none_is_malformed() throws Exception {
        var response = server.send(server.request(RunningServer.IMPORT)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("plain")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"file\"");
    }

    @Test
    void a_gzip_that_ends_early_is_malformed() throws Exception {
        var packed = gzip("one\n".repeat(1000));
        var response = server.send(
                server.request(RunningServer.IMPORT).POST(BodyPublishers.ofByteArray(packed, 0, packed.length - 12)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"file\"");
    }

    @Test
    void another_packing_is_refused_with_the_one_that_is_taken() throws Exception {
        var response = server.send(server.request(RunningServer.IMPORT)
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("x")));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Accept-Encoding")).contains("gzip");
        assertThat(response.body()).contains("urn:ai-usage:problem:unsupported-encoding");
    }

    @Test
    void as_many_bytes_as_are_allowed_are_taken() throws Exception {
        assertThat(server.post(RunningServer.IMPORT, "x".repeat(LIMIT)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void one_byte_more_is_too_large() throws Exception {
        assertTooLarge(server.post(RunningServer.IMPORT, "x".repeat(LIMIT + 1)));
    }

    @Test
    void a_table_of_days_that_is_too_large_is_to_be_cut_between_days() throws Exception {
        server.imports.areDays = true;

        var response = server.post(RunningServer.IMPORT, "x".repeat(LIMIT + 1));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body())
                .contains(
                        "nothing of it is kept. Send it in smaller files, each with all rows of its days.\",\"max_bytes\"");
    }

    @Test
    void a_far_larger_upload_gets_its_answer_too() throws Exception {
        assertTooLarge(server.send(server.request(RunningServer.IMPORT).POST(zeros(12_000_000))));
    }

    @Test
    void a_small_file_that_unpacks_to_a_large_one_is_too_large() throws Exception {
        var bomb = Compression.gzip(new byte[50_000_000]);

        assertTooLarge(server.send(server.request(RunningServer.IMPORT).POST(BodyPublishers.ofByteArray(bomb))));
        assertTooLarge(server.send(server.request(RunningServer.IMPORT)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Compression.gzip(bomb)))));
    }

    @Test
    void who_asks_before_sending_is_refused_without_sending() throws Exception {
        var answer = server.raw("POST " + RunningServer.IMPORT + "?format=morse HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Length: 1000000\r\nExpect: 100-continue\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 422 ").doesNotContain("100 Continue");
    }

    @Test
    void an_upload_that_breaks_off_leaves_the_server_well() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            socket.getOutputStream()
                    .write(bytes("POST " + RunningServer.IMPORT
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf a ro"));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer)
                    .satisfiesAnyOf(
                            cut -> assertThat(cut).isEmpty(),
                            cut -> assertThat(cut).startsWith("HTTP/1.1 400 "));
        }

        assertThat(server.post(RunningServer.IMPORT, "one").statusCode()).isEqualTo(200);
    }

    @Test
    void chunks_that_are_no_chunks_are_malformed() throws Exception {
        var answer = server.raw("POST " + RunningServer.IMPORT
                + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nrubbish\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @Test
    void an_upload_that_falls_silent_is_timed_out() throws Exception {
        var impatient = HttpLimits.DEFAULT.withIdle(Duration.ofSeconds(2));
        try (var other = new RunningServer(RunningServer.settings().withLimits(impatient))) {
            var answer = other.raw("POST " + RunningServer.IMPORT
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf a ro");

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:ai-usage:problem:request-timeout");
        }
    }

    @Test
    void a_slow_upload_is_read_while_it_comes() throws Exception {
        var halfWay = new CountDownLatch(1);
        server.imports.onRow = row -> halfWay.countDown();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            var out = socket.getOutputStream();
            out.write(bytes("POST " + RunningServer.IMPORT
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\nConnection: close\r\n\r\none\n"));
            out.flush();
            assertThat(halfWay.await(20, TimeUnit.SECONDS)).isTrue();
            out.write(bytes("two\n"));
            out.flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(server.imports.rows).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void packs_after_the_first_are_read_however_late_they_come(String coding) throws Exception {
        var pause = new CountDownLatch(1);
        server.imports.onRow = row -> pause.countDown();
        var first = gzip("one\n");
        var others = gzip("two\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            var out = socket.getOutputStream();
            out.write(bytes("POST " + RunningServer.IMPORT + " HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: "
                    + coding + "\r\nContent-Length: " + (first.length + 2 * others.length)
                    + "\r\nConnection: close\r\n\r\n"));
            out.write(first);
            out.flush();
            assertThat(pause.await(20, TimeUnit.SECONDS)).isTrue();
            out.write(others);
            out.write(others);
            out.flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(server.imports.rows).containsExactly("one", "two", "two");
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"type":"urn:ai-usage:problem:too-large","title":"Too large","status":413,
                 "detail":"The upload goes beyond the 100000 bytes (unpacked) that are taken at once.
                  It was read up to byte 100000; most of what stood there is kept.
                  Send it in smaller files: nothing counts twice.","max_bytes":100000,"bytes_read":100000}
                """.replaceAll("\n\\s+(It|Send)", " $1")));
    }

    private static BodyPublisher chunked(String text) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(text)));
    }

    private static BodyPublisher zeros(long length) {
        return BodyPublishers.ofInputStream(() -> new Zeros(length));
    }

    private static byte[] gzip(String text) {
        return Compression.gzip(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A long file without the memory for it. */
    static final class Zeros extends InputStream {

        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            var given = (int) Math.min(left, length);
            left -= given;
            return given == 0 && length > 0 ? -1 : given;
        }
    }
}
