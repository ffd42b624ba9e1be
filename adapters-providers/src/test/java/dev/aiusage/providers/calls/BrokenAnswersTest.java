package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BrokenAnswersTest {

    private static final String ROWS = "{\"data\": [{\"n\": 1}, {\"n\": 2}]}";

    private BadVendor vendor;

    @BeforeEach
    void open() throws IOException {
        vendor = new BadVendor();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void a_good_answer_is_read_and_the_caller_says_who_it_is() throws InterruptedException {
        vendor.answers(ROWS);

        assertThat(vendor.numbers()).containsExactly(1L, 2L);
        assertThat(vendor.asked().getHeaders().get("User-Agent")).isEqualTo(CallsForTests.USER_AGENT);
    }

    @Test
    void a_cut_connection_is_tried_twice_more_after_growing_pauses() {
        for (var tries = 0; tries < 3; tries++) {
            vendor.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
        }

        vendor.failureOfNumbers(VendorFailure.Unavailable.class);

        assertThat(vendor.server.getRequestCount()).isEqualTo(3);
        assertThat(vendor.time.pauses()).hasSize(2);
        assertThat(vendor.time.pauses().get(0)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(vendor.time.pauses().get(1)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void rows_that_came_before_a_cut_do_not_count_twice() {
        vendor.answers(
                new MockResponse.Builder().body(ROWS).onResponseBody(new SocketEffect.CloseSocket()),
                new MockResponse.Builder().body(ROWS));

        assertThat(vendor.numbers()).containsExactly(1L, 2L);
        assertThat(vendor.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void half_an_answer_that_ends_with_its_connection_was_cut() {
        vendor.answers(
                new MockResponse.Builder()
                        .body(ROWS.substring(0, 20))
                        .removeHeader("Content-Length")
                        .onResponseEnd(new SocketEffect.CloseSocket()),
                new MockResponse.Builder().body(ROWS));

        assertThat(vendor.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void the_vendors_own_failure_is_tried_again_and_then_given_up() {
        vendor.answers(new MockResponse.Builder().code(503), new MockResponse.Builder().body(ROWS));
        assertThat(vendor.numbers()).containsExactly(1L, 2L);

        for (var tries = 0; tries < 3; tries++) {
            vendor.answers(new MockResponse.Builder().code(502).body("<html>secret</html>"));
        }
        assertThat(vendor.failureOfNumbers(VendorFailure.Unavailable.class).detail())
                .isEqualTo("Acme has a failure of its own.");
        assertThat(vendor.server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void nobody_at_the_vendors_address_is_no_answer() throws IOException {
        try (var silent = new Socket();
                var web = CallsForTests.web(BadVendor.CLOCK)) {
            // Held without listening, or the server of another test might get the port.
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var address = HttpUrl.get("http://localhost:" + silent.getLocalPort());
            var calls = web.calls(
                    new Vendor("Acme", Hosts.only(address), Pace.FREE, answer -> {
                        throw new IllegalStateException("nobody answers");
                    }),
                    new Secret(BadVendor.KEY));

            assertThatThrownBy(() -> calls.send(get(address), VendorJson::object))
                    .isInstanceOf(VendorFailure.Unavailable.class);
        }
    }

    @Test
    void invalid_json_after_valid_rows_is_malformed_and_not_tried_again() {
        vendor.answers("{\"data\": [{\"n\": 1}, {\"n\": secret}]}");

        assertThat(vendor.failureOfNumbers(VendorFailure.MalformedAnswer.class).detail())
                .contains("broken JSON");
        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_whole_answer_with_half_of_a_json_text_is_malformed() {
        vendor.answers("{\"data\": [{\"n\": 1}, ");

        vendor.failureOfNumbers(VendorFailure.MalformedAnswer.class);
    }

    @Test
    void what_is_no_object_with_one_list_is_malformed() {
        for (var odd : new String[] {
            "",
            "[]",
            "7",
            "null",
            "<html>",
            "{}",
            "{\"data\": {}}",
            "{\"data\": null}",
            "{\"data\": [1]}",
            "{\"data\": [null]}",
            "{\"data\": []} {}",
            "{\"data\": [], \"data\": []}"
        }) {
            vendor.answers(odd);
            assertThatThrownBy(vendor::numbers).as(odd).isInstanceOf(VendorFailure.MalformedAnswer.class);
        }
    }

    @Test
    void a_refusal_with_the_key_in_it_is_told_without_the_key() {
        vendor.answers(new MockResponse.Builder()
                .code(401)
                .body("{\"error\": {\"message\": \"no such key:\\u0000 " + BadVendor.KEY + "\"}}"));

        assertThat(vendor.failureOfNumbers(VendorFailure.InvalidKey.class).detail())
                .isEqualTo("Acme refuses the key: no such key:  ….");
    }

    @Test
    void neither_escapes_nor_an_encoding_carry_the_key_past() {
        var basic = Credentials.basic(BadVendor.KEY, "").substring("Basic ".length());
        for (var spelt : List.of(
                BadVendor.KEY.replace("-", "\\u002d"),
                BadVendor.KEY.replace("k", "\\u006B"),
                BadVendor.KEY.toUpperCase(Locale.ROOT),
                basic,
                "Basic " + basic.replace("=", ""))) {
            vendor.answers(new MockResponse.Builder()
                    .code(401)
                    .body("{\"error\": {\"message\": \"no such key: " + spelt + " here\"}}"));

            assertThat(vendor.failureOfNumbers(VendorFailure.InvalidKey.class).detail())
                    .isIn(
                            "Acme refuses the key: no such key: … here.",
                            "Acme refuses the key: no such key: Basic … here.");
        }
    }

    @Test
    void a_refusal_whose_body_is_cut_is_a_refusal() {
        vendor.answers(new MockResponse.Builder()
                .code(401)
                .body("{\"error\": {}}")
                .onResponseBody(new SocketEffect.CloseSocket()));

        vendor.failureOfNumbers(VendorFailure.InvalidKey.class);
    }

    private static Request get(HttpUrl url) {
        return new Request.Builder().url(url).build();
    }
}
