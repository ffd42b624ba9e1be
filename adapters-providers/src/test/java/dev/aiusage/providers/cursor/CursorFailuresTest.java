package dev.aiusage.providers.cursor;

import static dev.aiusage.providers.cursor.FakeCursor.DAILY;
import static dev.aiusage.providers.cursor.FakeCursor.EVENTS;
import static dev.aiusage.providers.cursor.FakeCursor.LANGUAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Label;
import java.io.IOException;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorFailuresTest {

    private static final DateRange TWO_DAYS = DateRange.lastDays(2, FakeCursor.TODAY);

    private FakeCursor cursor;

    @BeforeEach
    void start() throws IOException {
        cursor = new FakeCursor();
    }

    @AfterEach
    void stop() {
        cursor.close();
    }

    @Test
    void a_refused_key_is_invalid_in_both_shapes_of_the_answer() {
        for (var body : new String[] {
            "{\"error\": \"Unauthorized\", \"message\": \"Invalid API key\"}",
            "{\"code\": \"error\", \"message\": \"Invalid Organization API Key\"}",
            "{\"code\": \"error\", \"message\": \"Invalid Team API Key\"}",
            ""
        }) {
            failure(VendorFailure.InvalidKey.class, answer(401, body));
            assertThat(cursor.requests).hasSize(1);
            cursor.requests.clear();
        }
    }

    @Test
    void a_key_without_the_scope_is_not_allowed_and_told_which() {
        var failure = failure(
                VendorFailure.NotAllowed.class,
                answer(401, "{\"code\": \"error\", \"message\": \"API key missing required scope: usage:*\"}"));

        assertThat(failure.detail()).contains("usage:*");
    }

    @Test
    void another_plan_is_not_allowed_and_told_which() {
        var failure = failure(
                VendorFailure.NotAllowed.class,
                answer(403, "{\"error\": \"Forbidden\", \"message\": \"Enterprise access required\"}"));

        assertThat(failure.detail()).contains("Enterprise access required");
        assertThat(cursor.questions(DAILY)).hasSize(1);
        assertThat(cursor.questions(EVENTS)).hasSize(1);
    }

    @Test
    void too_many_calls_wait_as_long_as_cursor_says_and_else_a_minute() {
        var now = FakeCursor.CLOCK.instant();
        var older = answer(
                429,
                "{\"error\": \"Too Many Requests\", \"message\": \"Rate limit exceeded. Please try again later.\"}");
        var newer = answer(429, "{\"code\": \"error\", \"message\": \"Rate limit exceeded\"}");

        assertThat(failure(VendorFailure.RateLimited.class, older).until()).isEqualTo(now.plusSeconds(60));
        assertThat(failure(VendorFailure.RateLimited.class, newer.addHeader("Retry-After", "37"))
                        .until())
                .isEqualTo(now.plusSeconds(37));
        assertThat(failure(
                                VendorFailure.RateLimited.class,
                                answer(429, "").addHeader("Retry-After", "Tue, 24 Nov 2026 12:05:00 GMT"))
                        .until())
                .isEqualTo(Instant.parse("2026-11-24T12:05:00Z"));
    }

    @Test
    void questions_that_cursor_does_not_take_are_told_with_its_words() {
        var failure = failure(
                VendorFailure.MalformedAnswer.class,
                answer(400, "{\"error\": \"Bad Request\", \"message\": \"Date range cannot exceed 30 days\"}"));

        assertThat(failure.detail()).contains("Date range cannot exceed 30 days");
        failure(VendorFailure.MalformedAnswer.class, answer(404, "{\"error\": \"Not Found\"}"));
        failure(VendorFailure.MalformedAnswer.class, answer(304, ""));
    }

    @Test
    void an_account_that_the_team_lacks_is_named() {
        cursor.members.add("admin@company.com");
        var access = cursor.open("gone@company.com");
        for (var message : new String[] {"User not found", "Unknown user", "Invalid email"}) {
            var refusal = answer(400, "{\"error\": \"Bad Request\", \"message\": \"" + message + "\"}");
            cursor.instead.put(EVENTS, refusal.build());

            assertThat(catchThrowableOfType(VendorFailure.NotAllowed.class, () -> access.fetch(TWO_DAYS))
                            .detail())
                    .contains("gone@company.com", message);
        }
        cursor.instead.put(
                EVENTS,
                answer(400, "{\"error\": \"Bad Request\", \"message\": \"Date range cannot exceed 30 days\"}")
                        .build());
        assertThat(catchThrowableOfType(VendorFailure.MalformedAnswer.class, () -> access.fetch(TWO_DAYS)))
                .isNotNull();
    }

    @Test
    void failures_of_the_analytics_api_leave_all_to_be_fetched_again_since_languages_would_be_lost() {
        var access = cursor.open("");
        cursor.instead.put(
                LANGUAGES, answer(429, "").addHeader("Retry-After", "37").build());

        assertThat(catchThrowableOfType(VendorFailure.RateLimited.class, () -> access.fetch(TWO_DAYS))
                        .until())
                .isEqualTo(FakeCursor.CLOCK.instant().plusSeconds(37));
        assertThat(catchThrowableOfType(VendorFailure.RateLimited.class, () -> cursor.open("")))
                .isNotNull();

        cursor.instead.put(
                LANGUAGES, answer(500, "{\"error\": \"Internal Server Error\"}").build());

        assertThat(catchThrowableOfType(VendorFailure.Unavailable.class, () -> access.fetch(TWO_DAYS)))
                .isNotNull();
        assertThat(catchThrowableOfType(VendorFailure.Unavailable.class, () -> cursor.open("")))
                .isNotNull();
    }

    @Test
    void cursors_own_failures_are_tried_three_times() {
        failure(VendorFailure.Unavailable.class, answer(500, "{\"error\": \"Internal Server Error\"}"));

        assertThat(cursor.questions(DAILY)).hasSize(3);
    }

    @Test
    void silence_and_cuts_are_unavailable() {
        failure(VendorFailure.Unavailable.class, answer(200, "{}").onResponseStart(SocketEffect.Stall.INSTANCE));
        failure(VendorFailure.Unavailable.class, answer(200, "{}").onResponseStart(new SocketEffect.CloseSocket()));
    }

    @Test
    void the_same_failures_in_the_middle_of_a_sync_count_for_the_window() {
        var access = cursor.open("");
        cursor.instead.put(EVENTS, answer(401, "").build());

        assertThat(catchThrowableOfType(VendorFailure.InvalidKey.class, () -> access.fetch(TWO_DAYS)))
                .isNotNull();
        assertThat(cursor.requests)
                .last()
                .satisfies(request -> assertThat(request.getHeaders().get("Authorization"))
                        .isEqualTo(Credentials.basic(FakeCursor.KEY, "")));
    }

    @Test
    void pages_that_do_not_go_on_are_malformed() {
        var access = cursor.open("");
        for (var odd : new String[] {
            "{\"usageEvents\": [], \"pagination\": {\"hasNextPage\": true}}",
            "{\"usageEvents\": [], \"pagination\": {\"currentPage\": 7, \"hasNextPage\": false}}",
            "{\"usageEvents\": [{\"timestamp\": \"1795430400000\"}], \"pagination\": {\"currentPage\": 1, \"numPages\": 9}}"
        }) {
            cursor.instead.put(EVENTS, answer(200, odd).build());
            assertThat(catchThrowableOfType(VendorFailure.MalformedAnswer.class, () -> access.fetch(TWO_DAYS)))
                    .as(odd)
                    .isNotNull();
        }
    }

    @Test
    void rows_that_can_not_be_are_malformed() {
        var access = cursor.open("");
        for (var odd : new String[] {
            "{}",
            "{\"timestamp\": \"yesterday\"}",
            "{\"timestamp\": -1}",
            "{\"timestamp\": 1e308}",
            "{\"timestamp\": \"1795430400000\", \"chargedCents\": -0.01}",
            "{\"timestamp\": \"1795430400000\", \"chargedCents\": 1e25}",
            "{\"timestamp\": \"1795430400000\", \"chargedCents\": \"NaN\"}",
            "{\"timestamp\": \"1795430400000\", \"model\": \"a\\u0000b\"}",
            "{\"timestamp\": \"1795430400000\", \"tokenUsage\": 7}",
            "{\"timestamp\": \"1795430400000\", \"tokenUsage\": {\"inputTokens\": 1.5}}"
        }) {
            cursor.instead.put(
                    EVENTS, answer(200, "{\"usageEvents\": [" + odd + "]}").build());
            assertThat(catchThrowableOfType(VendorFailure.MalformedAnswer.class, () -> access.fetch(TWO_DAYS)))
                    .as(odd)
                    .isNotNull();
        }
    }

    @Test
    void more_kinds_of_files_than_a_month_can_have_are_too_large() {
        var access = cursor.open("");
        var row = "{\"event_date\": \"2026-11-23\"}";
        cursor.instead.put(
                LANGUAGES,
                answer(200, "{\"data\": [" + row + ("," + row).repeat(10_000) + "]}")
                        .build());

        assertThat(catchThrowableOfType(VendorFailure.AnswerTooLarge.class, () -> access.fetch(TWO_DAYS)))
                .isNotNull();
    }

    @Test
    void sessions_are_told_apart_up_to_a_limit() {
        var sessions = new Sessions(3);
        var date = FakeCursor.TODAY;

        assertThat(sessions.isNew(date, Label.NONE, "a")).isTrue();
        assertThat(sessions.isNew(date, Label.NONE, "a")).isFalse();
        assertThat(sessions.isNew(date, Label.of("anna@company.com"), "a")).isTrue();
        assertThat(sessions.isNew(date.minusDays(1), Label.NONE, "a")).isTrue();
        assertThat(sessions.isNew(date, Label.NONE, "a")).isFalse();
        assertThat(catchThrowableOfType(
                        VendorFailure.AnswerTooLarge.class, () -> sessions.isNew(date, Label.NONE, "b")))
                .isNotNull();
    }

    private <F extends VendorFailure> F failure(Class<F> kind, MockResponse.Builder answer) {
        cursor.instead.put(DAILY, answer.build());
        cursor.instead.put(EVENTS, answer.build());
        var failure = catchThrowableOfType(kind, () -> cursor.open(""));
        assertThat(failure).isNotNull();
        assertThat(failure.detail()).doesNotContain(FakeCursor.KEY);
        return failure;
    }

    private static MockResponse.Builder answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body);
    }
}
