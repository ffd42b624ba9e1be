package dev.aiusage.providers.anthropic;

import static dev.aiusage.providers.anthropic.FakeAnthropic.CLAUDE_CODE;
import static dev.aiusage.providers.anthropic.FakeAnthropic.day;
import static dev.aiusage.providers.anthropic.FakeAnthropic.error;
import static dev.aiusage.providers.anthropic.FakeAnthropic.errorBuilder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.syncing.VendorFailure;
import java.time.Instant;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Every row of Anthropic's table of errors, at the call that fetches a day. */
class RefusedCallsTest {

    private static final String ASKED = "usage_report/claude_code?starting_at=2026-11-20&limit=1000";

    @Test
    void a_bad_request_is_not_tried_again() {
        var failure = refused(error(400, "invalid_request_error", "starting_at: no"), 1);

        assertThat(failure)
                .isInstanceOf(VendorFailure.MalformedAnswer.class)
                .hasMessage("Anthropic did not take the question: starting_at: no");
    }

    @Test
    void a_limit_of_the_customer_may_come_as_a_bad_request() {
        var failure =
                refused(error(400, "invalid_request_error", "You have reached your specified API usage limits."), 1);

        assertThat(failure).isInstanceOf(VendorFailure.SpendCap.class);
    }

    @Test
    void an_unknown_key_is_invalid() {
        assertThat(refused(error(401, "authentication_error", "invalid x-api-key"), 1))
                .isInstanceOf(VendorFailure.InvalidKey.class);
    }

    @Test
    void a_question_of_billing_is_shown() {
        assertThat(refused(error(402, "billing_error", "Your payment failed."), 1))
                .isInstanceOf(VendorFailure.SpendCap.class)
                .hasMessageContaining("Your payment failed.");
    }

    @Test
    void a_missing_scope_is_named() {
        assertThat(refused(error(403, "permission_error", "Requires one of: org:admin, read:analytics"), 1))
                .isInstanceOf(VendorFailure.NotAllowed.class)
                .hasMessageContaining("org:admin, read:analytics");
    }

    @Test
    void an_unknown_address_is_no_matter_of_the_key() {
        assertThat(refused(error(404, "not_found_error", "Not found"), 1))
                .isInstanceOf(VendorFailure.MalformedAnswer.class)
                .hasMessageContaining("base URL");
    }

    @Test
    void a_conflict_is_tried_again() {
        assertThat(refused(error(409, "conflict_error", "Conflict"), 3)).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @Test
    void pages_that_expire_again_are_for_later() {
        assertThat(refused(error(410, "invalid_request_error", "Cursor expired"), 2))
                .isInstanceOf(VendorFailure.Unavailable.class);
    }

    @Test
    void a_request_that_is_too_large_is_our_mistake() {
        assertThat(refused(error(413, "request_too_large", "Too large"), 1))
                .isInstanceOf(VendorFailure.MalformedAnswer.class);
    }

    @Test
    void too_many_calls_wait_as_many_seconds_as_told() {
        var failure = refused(
                errorBuilder(429, "rate_limit_error", "Slow down")
                        .addHeader("retry-after", "90")
                        .build(),
                1);

        assertThat(until(failure)).isEqualTo(Instant.parse("2026-11-24T12:01:30Z"));
    }

    @Test
    void too_many_calls_wait_until_the_date_told() {
        var failure = refused(
                errorBuilder(429, "rate_limit_error", "Slow down")
                        .addHeader("retry-after", "Tue, 24 Nov 2026 13:00:00 GMT")
                        .build(),
                1);

        assertThat(until(failure)).isEqualTo(Instant.parse("2026-11-24T13:00:00Z"));
    }

    @Test
    void too_many_calls_wait_for_the_limits_reset() {
        var failure = refused(
                errorBuilder(429, "rate_limit_error", "Slow down")
                        .addHeader("anthropic-ratelimit-requests-reset", "2026-11-24T12:00:20Z")
                        .build(),
                1);

        assertThat(until(failure)).isEqualTo(Instant.parse("2026-11-24T12:00:20Z"));
    }

    @Test
    void too_many_calls_wait_a_minute_when_nothing_is_told() {
        var failure = refused(
                errorBuilder(429, "rate_limit_error", "Slow down")
                        .addHeader("anthropic-ratelimit-requests-reset", "soon")
                        .build(),
                1);

        assertThat(until(failure)).isEqualTo(Instant.parse("2026-11-24T12:01:00Z"));
    }

    @Test
    void a_spend_cap_is_told_from_too_many_calls() {
        var failure = refused(spendCap().build(), 1);

        assertThat(failure).isInstanceOf(VendorFailure.SpendCap.class).hasMessageContaining("Ask your admin.");
    }

    @Test
    void whoever_tells_when_to_come_back_has_no_spend_cap() {
        var failure = refused(spendCap().addHeader("retry-after", "5").build(), 1);

        assertThat(until(failure)).isEqualTo(Instant.parse("2026-11-24T12:00:05Z"));
    }

    @Test
    void the_vendors_own_failures_are_tried_again() {
        assertThat(refused(error(500, "api_error", "Oops"), 3)).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(refused(error(504, "timeout_error", "Oops"), 3)).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(refused(error(529, "overloaded_error", "Oops"), 3)).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @Test
    void a_status_that_nobody_documents_is_malformed() {
        assertThat(refused(
                        new MockResponse.Builder()
                                .code(418)
                                .body("<html>teapot</html>")
                                .build(),
                        1))
                .isInstanceOf(VendorFailure.MalformedAnswer.class)
                .hasMessageContaining("418");
    }

    private static MockResponse.Builder spendCap() {
        return new MockResponse.Builder().code(429).body("""
                {"type": "error", "error": {"type": "rate_limit_error", "message": "Ask your admin.",
                 "details": {"error_code": "enforced_spend_limit_reached"}}, "request_id": "req_1"}""");
    }

    private static VendorFailure refused(MockResponse answer, int calls) {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answer(CLAUDE_CODE, url -> answer);
            anthropic.forgetRequests();

            var failure = catchThrowableOfType(VendorFailure.class, () -> access.fetch(day("2026-11-20")));

            assertThat(anthropic.asked()).hasSize(calls).allMatch(ASKED::equals);
            assertThat(anthropic.requests()).allSatisfy(request -> {
                assertThat(request.getMethod()).isEqualTo("GET");
                assertThat(request.getHeaders().get("x-api-key")).isEqualTo(FakeAnthropic.KEY.reveal());
            });
            assertThat(failure.detail()).doesNotContain(FakeAnthropic.KEY.reveal());
            return failure;
        }
    }

    private static Instant until(VendorFailure failure) {
        assertThat(failure).isInstanceOf(VendorFailure.RateLimited.class);
        return ((VendorFailure.RateLimited) failure).until();
    }
}
