package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** This module's tests have less memory than these answers would fill. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class LargeAnswersTest {

    private BadVendor vendor;

    @BeforeEach
    void open() throws IOException {
        vendor = new BadVendor(CallLimits.DEFAULT.withCall(Duration.ofSeconds(60)));
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void rows_without_end_are_given_up() {
        vendor.answers(new MockResponse.Builder()
                .body(new Endless("{\"data\": [{\"n\": 1}", ",{\"n\": 1, \"x\": \"secret\"}")));

        var failure = catchThrowableOfType(VendorFailure.AnswerTooLarge.class, this::countRows);

        assertThat(failure.detail()).contains("more rows");
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_row_without_end_is_given_up() {
        vendor.answers(new MockResponse.Builder().body(new Endless("{\"data\": [{\"n\": [{}", ",{}")));

        assertThat(vendor.failureOfNumbers(VendorFailure.AnswerTooLarge.class).detail())
                .contains("single row");
    }

    @Test
    void a_field_beside_the_rows_without_end_is_given_up() {
        vendor.answers(new MockResponse.Builder().body(new Endless("{\"other\": [{}", ",{}")));

        vendor.failureOfNumbers(VendorFailure.AnswerTooLarge.class);
    }

    @Test
    void a_text_without_end_is_given_up() {
        vendor.answers(new MockResponse.Builder().body(new Endless("{\"data\": [{\"n\": \"", "secret")));

        vendor.failureOfNumbers(VendorFailure.MalformedAnswer.class);
    }

    @Test
    void nothing_but_blanks_without_end_is_given_up() {
        vendor.answers(new MockResponse.Builder().body(new Endless(" ", "        ")));

        assertThat(vendor.failureOfNumbers(VendorFailure.AnswerTooLarge.class).detail())
                .contains("256 MB");
    }

    @Test
    void rows_that_are_held_are_given_up_when_they_are_too_many() {
        var rows = new HeldRows<Integer>(2);
        rows.add(1);
        rows.add(2);

        assertThatThrownBy(() -> rows.add(3)).isInstanceOf(VendorFailure.AnswerTooLarge.class);
        assertThat(rows.list()).containsExactly(1, 2);
    }

    @Test
    void rows_that_are_held_may_count_for_many() {
        var rows = new HeldRows<String>(10);
        rows.add("one of nine parts", 9);
        rows.add("one of none", 0);

        assertThatThrownBy(() -> rows.add("one of too many", 2)).isInstanceOf(VendorFailure.AnswerTooLarge.class);
        assertThat(rows.list()).containsExactly("one of nine parts", "one of none");
    }

    @Test
    void names_that_are_held_are_given_up_when_they_are_too_many() {
        var names = new HeldNames<String>(2);
        names.put("1", "Anna");
        names.putAll(Map.of("1", "Anne", "2", "Ben"));

        assertThatThrownBy(() -> names.put("3", "Cem")).isInstanceOf(VendorFailure.AnswerTooLarge.class);
        assertThat(names.map()).isEqualTo(Map.of("1", "Anne", "2", "Ben"));
    }

    @Test
    void nesting_without_end_is_given_up() {
        vendor.answers(new MockResponse.Builder().body(new Endless("{\"data\": [{\"n\": ", "[")));

        vendor.failureOfNumbers(VendorFailure.MalformedAnswer.class);
    }

    @Test
    void a_little_that_unpacks_to_a_lot_is_given_up() throws IOException {
        var packed = new Buffer();
        try (var gzip = new GZIPOutputStream(packed.outputStream())) {
            gzip.write("{\"data\": [{\"n\": 1}".getBytes(StandardCharsets.UTF_8));
            var rows = ",{\"n\": 1}".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (var written = 0L; written <= 256L << 20; written += rows.length) {
                gzip.write(rows);
            }
        }
        vendor.answers(new MockResponse.Builder().body(packed).addHeader("Content-Encoding", "gzip"));

        assertThatThrownBy(this::countRows).isInstanceOf(VendorFailure.AnswerTooLarge.class);
    }

    @Test
    void packed_answers_are_read() throws IOException, InterruptedException {
        var packed = new Buffer();
        try (var gzip = new GZIPOutputStream(packed.outputStream())) {
            gzip.write("{\"data\": [{\"n\": 3}]}".getBytes(StandardCharsets.UTF_8));
        }
        vendor.answers(new MockResponse.Builder().body(packed).addHeader("Content-Encoding", "gzip"));

        assertThat(vendor.numbers()).containsExactly(3L);
        assertThat(vendor.asked().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void a_refusal_without_end_is_a_refusal() {
        vendor.answers(new MockResponse.Builder().code(401).body(new Endless("{\"error\": \"", "secret")));

        vendor.failureOfNumbers(VendorFailure.InvalidKey.class);
    }

    private long countRows() {
        return vendor.calls().send(vendor.request(), answer -> {
            var rows = new long[1];
            VendorJson.rows(answer, "data", row -> rows[0]++);
            return rows[0];
        });
    }

    /** Writes the same again and again, until nobody reads it any more. */
    private record Endless(String beginning, String rest) implements MockResponseBody {

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8(beginning);
            var block = rest.repeat(1 + 100_000 / rest.length());
            for (; ; ) {
                sink.writeUtf8(block);
                sink.flush();
            }
        }
    }
}
