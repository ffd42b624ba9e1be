package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Vendors whose answers take longer than a call may. Good answers have more time: a machine may be slow as well. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SlowVendorsTest {

    private static final String ROWS = "{\"data\": [{\"n\": 1}, {\"n\": 2}]}";

    private BadVendor vendor;

    @BeforeEach
    void open() throws IOException {
        vendor = new BadVendor(CallLimits.DEFAULT.withCall(Duration.ofSeconds(2)));
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void a_vendor_that_never_answers_is_given_up_once() {
        vendor.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));

        assertThat(vendor.failureOfNumbers(VendorFailure.Unavailable.class).detail())
                .contains("in time");
        assertThat(vendor.time.pauses()).isEmpty();
        assertThat(vendor.server.getRequestCount()).isLessThanOrEqualTo(1);
    }

    @Test
    void a_vendor_that_stops_in_the_middle_of_its_answer_is_given_up() {
        vendor.answers(new MockResponse.Builder().body(ROWS).onResponseBody(SocketEffect.Stall.INSTANCE));

        assertThat(vendor.failureOfNumbers(VendorFailure.Unavailable.class).detail())
                .contains("in time");
    }

    @Test
    void a_vendor_that_answers_a_byte_now_and_then_is_given_up() {
        vendor.answers(new MockResponse.Builder().body(ROWS).throttleBody(1, 300, TimeUnit.MILLISECONDS));

        vendor.failureOfNumbers(VendorFailure.Unavailable.class);
    }
}
