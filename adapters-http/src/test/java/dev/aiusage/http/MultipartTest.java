package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.ImportRequest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MultipartTest {

    private static final String FORM = "multipart/form-data; boundary=\"--edge\"";

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
    void a_part_called_file_is_imported_and_others_are_passed_over() throws Exception {
        var response = send(
                part("name=\"note\"", "not a row") + part("name=\"file\"; filename=\"a.jsonl\"", "one\ntwo") + end());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"rows_read\":2");
        assertThat(server.imports.rows).containsExactly("one", "two");
        assertThat(server.imports.requests).extracting(MultipartTest::name).containsExactly("a.jsonl");
    }

    @Test
    void several_files_are_summed_up_and_their_errors_told_apart() throws Exception {
        var response = send(part("name=\"file\"; filename=\"a.jsonl\"", "one\nbad apple")
                + part("name=\"file\"; filename=\"b.jsonl\"", "bad pear\ntwo\nthree")
                + part("name=\"file\"", "")
                + end());

        assertThat(response.body()).isEqualTo(DashboardRoutesTest.compact("""
                {"format":"lines","rows_read":5,"rows_imported":3,"rows_skipped":2,"rows_rejected":2,"days":3,
                 "warnings":[{"code":"no_usage","detail":"File 3 holds no usage."}],
                 "errors":[{"row":2,"message":"a.jsonl: bad apple"},{"row":1,"message":"b.jsonl: bad pear"}]}
                """));
    }

    @Test
    void a_file_that_is_refused_ends_the_import_after_those_before_it() throws Exception {
        var response = send(
                part("name=\"file\"", "one") + part("name=\"file\"", "%PDF") + part("name=\"file\"", "two") + end());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("\"detail\":\"File 2: ", "begins with: %PDF (Files imported before it: 1.)");
        assertThat(server.imports.rows).containsExactly("one");
    }

    @Test
    void a_file_of_which_the_reader_reads_only_the_beginning_does_not_spill_into_the_next() throws Exception {
        var lines = "line\n".repeat(50_000);

        var response =
                send(part("name=\"other\"", lines) + part("name=\"file\"", "one\r\n--almost the edge\r\n") + end());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.imports.rows).containsExactly("one", "--almost the edge");
    }

    @Test
    void packed_parts_and_a_packed_form_are_unpacked() throws Exception {
        var packed = new String(Compression.gzip("one".getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
        var form = part("name=\"file\"", packed) + end();

        var plain = send(form);
        var again = server.send(server.request(RunningServer.IMPORT)
                .header("Content-Type", FORM)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Compression.gzip(form.getBytes(StandardCharsets.ISO_8859_1)))));

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(server.imports.rows).containsExactly("one", "one");
    }

    @Test
    void the_limit_holds_for_all_files_together() throws Exception {
        var limits = HttpLimits.DEFAULT.withImportMaxBytes(10);
        try (var small = new RunningServer(RunningServer.settings().withLimits(limits))) {
            var form = part("name=\"file\"", "123456") + part("name=\"file\"; filename=\"b\"", "123456") + end();
            var response = small.post(RunningServer.IMPORT, FORM, BodyPublishers.ofString(form));

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body())
                    .contains("b goes beyond the 10 bytes", "(Files imported before it: 1.)", "\"bytes_read\":10");
        }
    }

    @Test
    void a_form_without_such_a_part_is_invalid() throws Exception {
        var response = send(part("name=\"filename\"", "one") + end());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("\"errors\":[{\"field\":\"file\",\"message\":\"the form has no part of this name\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no form at all", "----edge\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf", ""})
    void a_broken_form_is_malformed(String form) throws Exception {
        var response = send(form);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"file\"");
    }

    @Test
    void a_form_without_a_boundary_is_malformed() throws Exception {
        var response = server.post(RunningServer.IMPORT, "multipart/form-data", BodyPublishers.ofString("x"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("names no boundary");
    }

    @Test
    void a_part_is_read_while_the_rest_of_it_is_still_to_come() throws Exception {
        var length = 8 << 20;
        var arrived = new CountDownLatch(1);
        server.imports.onRow = row -> arrived.countDown();
        var head = "----edge\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + "row\n".repeat(20_000);
        InputStream rest = new FilterInputStream(new ImportRoutesTest.Zeros(length)) {
            @Override
            public int read(byte[] target, int offset, int wanted) throws IOException {
                return awaited(arrived) ? super.read(target, offset, wanted) : -1;
            }
        };

        var response = server.post(
                RunningServer.IMPORT,
                FORM,
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(List.of(
                        stream(head),
                        rest,
                        stream("\r\n" + part("name=\"file\"; filename=\"b.bin\"", "x".repeat(100_000)) + end()))))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.imports.rows).hasSize(20_001);
        assertThat(server.imports.rows.get(20_000)).hasSize(length);
        assertThat(server.imports.bytes).isEqualTo(100_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form-data; name=\"file\"; filename=\"a.jsonl\" | file | a.jsonl",
                "form-data; filename=\"a.jsonl\"; name=\"file\" | file | a.jsonl",
                "form-data; NAME=file; FileName=a.jsonl | file | a.jsonl",
                "form-data; name=\"file\"; filename=\"a \\\"b\\\"; name=x\" | file | a \"b\"; name=x",
                "form-data; name=\"file\"; filename=\"../../etc/passwd\" | file | passwd",
                "form-data; filename=\"file\" | `` | file",
                "form-data | `` | ``"
            })
    void a_part_is_called_what_its_disposition_says(String disposition, String field, String fileName) {
        assertThat(PartName.of(disposition)).isEqualTo(new PartName(field, fileName));
    }

    @Test
    void a_name_of_any_length_is_read() {
        var name = "\\a".repeat(100_000);

        assertThat(PartName.of("form-data; name=\"" + name + "\"").field()).hasSize(100_000);
        assertThat(PartName.of("form-data; name=\"" + name)).isNotNull();
    }

    @Test
    void a_part_whose_headers_do_not_end_is_malformed() throws Exception {
        var response = send(part("name=\"file\"; filename=\"" + "x".repeat(100_000) + "\"", "one") + end());

        assertThat(response.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> send(String form) throws Exception {
        return server.post(
                RunningServer.IMPORT, FORM, BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String part(String disposition, String content) {
        return "----edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static String end() {
        return "----edge--\r\n";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String name(ImportRequest request) {
        return request.file().name();
    }
}
