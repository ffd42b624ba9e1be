package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private final Instant now = BadVendor.CLOCK.instant();

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
    void seconds_and_dates_say_until_when() {
        assertThat(until("90")).isEqualTo(now.plusSeconds(90));
        assertThat(until(" 90 ")).isEqualTo(now.plusSeconds(90));
        assertThat(until("Tue, 24 Nov 2026 12:02:03 GMT")).isEqualTo(now.plusSeconds(123));
    }

    @Test
    void what_is_past_is_now() {
        assertThat(until("0")).isEqualTo(now);
        assertThat(until("Tue, 24 Nov 2026 11:59:59 GMT")).isEqualTo(now);
        assertThat(until("Thu, 01 Jan 1970 00:00:00 GMT")).isEqualTo(now);
    }

    @Test
    void what_is_far_away_is_a_day_at_most() {
        assertThat(until("9999999999")).isEqualTo(now.plus(Duration.ofDays(1)));
        assertThat(until("Fri, 24 Nov 2090 12:00:00 GMT")).isEqualTo(now.plus(Duration.ofDays(1)));
    }

    @Test
    void what_can_not_be_read_is_passed_over() {
        for (var odd : new String[] {"", "soon", "-5", "1.5", "99999999999999999999", "2026-11-24T12:02:03Z"}) {
            assertThat(until(odd)).as(odd).isEqualTo(now.plusSeconds(60));
        }
    }

    @Test
    void a_refusal_for_being_too_fast_is_not_tried_again_at_once() {
        until("90");

        assertThat(vendor.server.getRequestCount()).isEqualTo(1);
        assertThat(vendor.time.pauses()).isEmpty();
    }

    private Instant until(String header) {
        vendor.answers(new MockResponse.Builder().code(429).addHeaderLenient("Retry-After", header));
        return vendor.failureOfNumbers(VendorFailure.RateLimited.class).until();
    }
}
