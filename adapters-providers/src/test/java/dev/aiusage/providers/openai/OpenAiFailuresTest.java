package dev.aiusage.providers.openai;

import static dev.aiusage.providers.openai.FakeOpenAi.COSTS;
import static dev.aiusage.providers.openai.FakeOpenAi.USAGE;
import static dev.aiusage.providers.openai.FakeOpenAi.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Label;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiFailuresTest {

    private static final DateRange WEEK = DateRange.lastDays(7, FakeOpenAi.TODAY);

    private FakeOpenAi openAi;

    @BeforeEach
    void start() throws IOException {
        openAi = new FakeOpenAi();
    }

    @AfterEach
    void stop() {
        openAi.close();
    }

    @Test
    void a_refused_key_is_invalid_and_nothing_of_it_is_shown() {
        var failure = failure(
                VendorFailure.InvalidKey.class,
                answer(401, error("Incorrect API key provided: sk-admin-****cdef.", "invalid_api_key")));

        assertThat(failure.detail()).doesNotContain("cdef");
        assertThat(openAi.requests).hasSize(1);
        assertThat(openAi.asked(USAGE)).hasSize(1);
        failure(VendorFailure.InvalidKey.class, answer(401, ""));
    }

    @Test
    void a_key_without_the_scope_is_not_allowed_and_told_which() {
        var message = "You have insufficient permissions for this operation. Missing scopes: api.usage.read. Check that"
                + " you have the correct role.";
        for (var status : new int[] {401, 403}) {
            assertThat(failure(VendorFailure.NotAllowed.class, answer(status, error(message, "")))
                            .detail())
                    .contains("lacks api.usage.read.");
        }
        assertThat(failure(VendorFailure.NotAllowed.class, answer(403, "{\"error\": \"" + message + "\"}"))
                        .detail())
                .contains("api.usage.read");
        assertThat(failure(VendorFailure.NotAllowed.class, answer(403, "")).detail())
                .contains("api.usage.read");
    }

    @Test
    void too_many_calls_wait_as_long_as_openai_says_and_else_a_minute() {
        var limited = error("Rate limit reached", "rate_limit_exceeded");

        assertThat(waits(answer(429, limited))).isEqualTo(Duration.ofMinutes(1));
        assertThat(waits(answer(429, limited).addHeader("retry-after", "7"))).isEqualTo(Duration.ofSeconds(7));
        assertThat(waits(answer(429, limited).addHeader("retry-after", "Tue, 24 Nov 2026 12:10:00 GMT")))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(waits(answer(429, limited)
                        .addHeader("x-ratelimit-reset-requests", "1s")
                        .addHeader("x-ratelimit-reset-tokens", "6m0s")))
                .isEqualTo(Duration.ofMinutes(6));
        assertThat(waits(answer(429, limited).addHeader("x-ratelimit-reset-requests", "120ms")))
                .isEqualTo(Duration.ofMillis(121));
        assertThat(waits(answer(429, limited).addHeader("x-ratelimit-reset-requests", "1h2m3.5s")))
                .isEqualTo(Duration.ofMillis(3_723_500));
        assertThat(waits(answer(429, limited).addHeader("x-ratelimit-reset-requests", "999999999999d")))
                .isEqualTo(Duration.ofDays(1));
        for (var odd : new String[] {"soon", "-5s", "", "1e9s", "d", "99999999999999999999999s"}) {
            assertThat(waits(answer(429, limited).addHeader("x-ratelimit-reset-requests", odd)))
                    .as(odd)
                    .isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void an_organization_without_money_is_at_its_cap() {
        failure(
                VendorFailure.SpendCap.class,
                answer(429, error("You exceeded your current quota", "insufficient_quota")));
        failure(VendorFailure.SpendCap.class, answer(400, error("Billing hard limit", "billing_hard_limit_reached")));
    }

    @Test
    void openais_own_failures_are_tried_three_times() {
        failure(VendorFailure.Unavailable.class, answer(500, error("The server had an error", "")));

        assertThat(openAi.asked(USAGE)).hasSize(3);
        failure(VendorFailure.Unavailable.class, answer(503, "<html>"));
    }

    @Test
    void silence_and_cuts_are_unavailable() {
        failure(VendorFailure.Unavailable.class, answer(200, "{}").onResponseStart(SocketEffect.Stall.INSTANCE));
        failure(VendorFailure.Unavailable.class, answer(200, "{}").onResponseStart(new SocketEffect.CloseSocket()));
    }

    @Test
    void unexpected_answers_are_malformed() {
        failure(VendorFailure.MalformedAnswer.class, answer(400, error("Invalid limit", "")));
        failure(VendorFailure.MalformedAnswer.class, answer(404, ""));
        failure(VendorFailure.MalformedAnswer.class, answer(200, "<html>"));
    }

    @Test
    void pages_that_do_not_go_on_are_malformed() {
        assertMalformed(USAGE, "{\"data\": [], \"has_more\": true, \"next_page\": null}");
        assertMalformed(USAGE, "{\"data\": [], \"has_more\": true, \"next_page\": \"again\"}");
        assertMalformed(COSTS, "{\"data\": [], \"has_more\": true, \"next_page\": \"again\"}");
        openAi.instead.put(
                USERS,
                answer(200, "{\"data\": [{\"id\": \"u\"}], \"has_more\": true, \"last_id\": \"u\"}")
                        .build());
        assertThat(catchThrowableOfType(VendorFailure.MalformedAnswer.class, () -> openAi.open("")))
                .isNotNull();
    }

    @Test
    void lists_of_users_that_nobody_has_are_refused() {
        var users = IntStream.range(0, 1001)
                .mapToObj(id -> "{\"id\": \"" + id + "\"}")
                .collect(Collectors.joining(","));
        openAi.instead.put(USERS, answer(200, "{\"data\": [" + users + "]}").build());
        assertThat(catchThrowableOfType(VendorFailure.AnswerTooLarge.class, () -> openAi.open("")))
                .isNotNull();

        openAi.instead.put(
                USERS,
                answer(200, "{\"data\": [{\"id\": \"" + "x".repeat(1000) + "\"}]}")
                        .build());
        assertThat(catchThrowableOfType(VendorFailure.MalformedAnswer.class, () -> openAi.open("")))
                .isNotNull();
    }

    @Test
    void an_invoice_with_far_more_lines_than_anybody_has_is_too_large() {
        var payments = new Payments(WEEK);
        for (var line = 0; line < 100_000; line++) {
            payments.add(payment(FakeOpenAi.TODAY, line));
            payments.add(payment(FakeOpenAi.TODAY.minusDays(400 + line), line));
        }

        assertThat(catchThrowableOfType(
                        VendorFailure.AnswerTooLarge.class, () -> payments.add(payment(FakeOpenAi.TODAY, 100_000))))
                .isNotNull();
    }

    private static Payment payment(LocalDate date, int line) {
        return new Payment(date, BigDecimal.ONE, "usd", Label.of("model " + line));
    }

    @Test
    void results_that_can_not_be_are_malformed() {
        for (var odd : new String[] {
            "{\"input_tokens\": -1}",
            "{\"input_tokens\": 5, \"input_cached_tokens\": 6}",
            "{\"input_tokens\": 5, \"input_cached_tokens\": 3, \"input_cache_write_tokens\": 3}",
            "{\"output_tokens\": 1e308}",
            "{\"num_model_requests\": 99999999999999999999}",
            "{\"model\": \"a\\u0000\"}",
            "7"
        }) {
            assertMalformed(USAGE, "{\"data\": [{\"start_time\": 1795478400, \"results\": [" + odd + "]}]}");
        }
        for (var odd : new String[] {
            "{}",
            "{\"amount\": {\"value\": \"NaN\", \"currency\": \"usd\"}}",
            "{\"amount\": {\"value\": 1e20, \"currency\": \"usd\"}}",
            "{\"amount\": 7}"
        }) {
            assertMalformed(COSTS, "{\"data\": [{\"start_time\": 1795478400, \"results\": [" + odd + "]}]}");
        }
        assertMalformed(USAGE, "{\"data\": [{\"start_time\": 9223372036854775807, \"results\": [{}]}]}");
        assertMalformed(USAGE, "{\"data\": [{\"results\": [{}]}]}");
    }

    private void assertMalformed(String path, String body) {
        openAi.instead.clear();
        var access = openAi.open("");
        openAi.instead.put(path, answer(200, body).build());
        assertThat(catchThrowableOfType(VendorFailure.MalformedAnswer.class, () -> access.fetch(WEEK)))
                .as(body)
                .isNotNull();
    }

    private Duration waits(MockResponse.Builder answer) {
        Instant until = failure(VendorFailure.RateLimited.class, answer).until();
        return Duration.between(FakeOpenAi.CLOCK.instant(), until);
    }

    private <F extends VendorFailure> F failure(Class<F> kind, MockResponse.Builder answer) {
        openAi.instead.put(USAGE, answer.build());
        var failure = catchThrowableOfType(kind, () -> openAi.open(""));
        assertThat(failure).isNotNull();
        assertThat(failure.detail()).doesNotContain(FakeOpenAi.KEY);
        return failure;
    }

    private static MockResponse.Builder answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body);
    }

    private static String error(String message, String code) {
        var error = FakeOpenAi.json("{}");
        error.putObject("error")
                .put("message", message)
                .put("type", "invalid_request_error")
                .put("code", code);
        return error.toString();
    }
}
