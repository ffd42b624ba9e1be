package dev.aiusage.providers.github;

import static dev.aiusage.providers.github.GithubServer.LATEST;
import static dev.aiusage.providers.github.GithubServer.NOW;
import static dev.aiusage.providers.github.GithubServer.YESTERDAY;
import static dev.aiusage.providers.github.GithubServer.dayTarget;
import static dev.aiusage.providers.github.GithubServer.json;
import static dev.aiusage.providers.github.GithubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.time.DateRange;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubFailuresTest {

    private static final String BODY = "{\"message\":\"No\",\"documentation_url\":\"https://docs.github.com\"}";

    private final GithubServer github = new GithubServer();

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void an_unknown_token_is_an_invalid_key() {
        github.answer(LATEST, status(401, "{\"message\":\"Bad credentials\"}"));

        assertThat(openFailure(VendorFailure.InvalidKey.class).detail()).doesNotContain(GithubServer.TOKEN);
        assertThat(github.targets()).containsExactly(LATEST);
        assertThat(github.requests().get(0).getHeaders().get("Authorization"))
                .isEqualTo("Bearer " + GithubServer.TOKEN);
    }

    @Test
    void a_missing_permission_is_named() {
        github.answer(
                LATEST, with(status(403, BODY), "X-Accepted-GitHub-Permissions", "organization_copilot_metrics=read"));

        assertThat(openFailure(VendorFailure.NotAllowed.class).detail())
                .contains("organization_copilot_metrics=read", "the organization acme", "\"Copilot usage metrics\"");
        assertThat(github.targets()).containsExactly(LATEST);
    }

    @Test
    void without_a_named_permission_the_scopes_are_told() {
        github.answer(LATEST, with(status(403, BODY), "X-Accepted-GitHub-Permissions", "<script>"));

        assertThat(openFailure(VendorFailure.NotAllowed.class).detail())
                .contains("read:org")
                .doesNotContain("script");
    }

    @Test
    void a_permission_that_is_called_like_the_token_is_not_named() {
        github.answer(LATEST, with(status(403, BODY), "X-Accepted-GitHub-Permissions", GithubServer.TOKEN));

        assertThat(openFailure(VendorFailure.NotAllowed.class).detail()).doesNotContain(GithubServer.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 422})
    void what_is_not_shown_or_switched_off_is_not_allowed(int status) {
        github.answer(LATEST, status(status, BODY));

        assertThat(openFailure(VendorFailure.NotAllowed.class).detail())
                .contains("the organization acme", "\"Copilot usage metrics\"");
        assertThat(github.targets()).containsExactly(LATEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void a_limit_ends_when_github_asks_for_more_calls(int status) {
        var refusal = with(status(status, BODY), "Retry-After", "90");
        github.answer(LATEST, with(with(refusal, "x-ratelimit-remaining", "0"), "x-ratelimit-reset", "1"));

        assertThat(openFailure(VendorFailure.RateLimited.class).until()).isEqualTo(NOW.plusSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void a_limit_ends_at_a_date(int status) {
        github.answer(LATEST, with(status(status, BODY), "Retry-After", "Tue, 24 Nov 2026 12:05:00 GMT"));

        assertThat(openFailure(VendorFailure.RateLimited.class).until()).isEqualTo(NOW.plusSeconds(300));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void used_up_calls_come_back_at_the_reset(int status) {
        var reset = Long.toString(NOW.plusSeconds(1800).getEpochSecond());
        github.answer(
                LATEST, with(with(status(status, BODY), "x-ratelimit-remaining", "0"), "x-ratelimit-reset", reset));

        assertThat(openFailure(VendorFailure.RateLimited.class).until()).isEqualTo(NOW.plusSeconds(1800));
    }

    @Test
    void a_limit_without_a_time_lasts_a_minute_at_least() {
        for (var refusal : new MockResponse[] {
            status(429, BODY),
            with(status(403, BODY), "x-ratelimit-remaining", "0"),
            status(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}")
        }) {
            github.answer(LATEST, refusal);

            var limited = openFailure(VendorFailure.RateLimited.class);
            assertThat(limited.until()).isEqualTo(NOW.plusSeconds(60));
            assertThat(limited.isTold()).isFalse();
        }
    }

    @Test
    void calls_that_are_left_are_no_sign_of_a_limit() {
        github.answer(LATEST, with(status(403, BODY), "x-ratelimit-remaining", "4999"));

        openFailure(VendorFailure.NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 502, 503, 504})
    void githubs_own_failure_is_tried_again_and_then_unavailable(int status) {
        github.answer(LATEST, status(status, "<html>"));

        openFailure(VendorFailure.Unavailable.class);
        assertThat(github.targets()).containsExactly(LATEST, LATEST, LATEST);
    }

    @Test
    void a_cut_connection_and_silence_are_unavailable() {
        for (var effect : new SocketEffect[] {new SocketEffect.CloseSocket(), SocketEffect.Stall.INSTANCE}) {
            github.answer(
                    LATEST, new MockResponse.Builder().onResponseStart(effect).build());

            openFailure(VendorFailure.Unavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 418})
    void another_status_is_malformed(int status) {
        github.answer(LATEST, status(status, BODY));

        openFailure(VendorFailure.MalformedAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"download_links\":[]}",
                "{\"download_links\":[7],\"report_day\":\"2026-11-23\"}",
                "{\"download_links\":\"x\",\"report_day\":\"2026-11-23\"}",
                "{\"download_links\":[],\"report_start_day\":\"2026-11-23\",\"report_end_day\":\"2026-11-22\"}"
            })
    void an_answer_of_another_shape_is_malformed(String body) {
        github.answer(LATEST, json(body));

        openFailure(VendorFailure.MalformedAnswer.class);
    }

    @Test
    void a_redirect_elsewhere_is_refused() {
        github.answer(LATEST, with(status(302, ""), "Location", "http://169.254.169.254/"));

        openFailure(VendorFailure.RedirectRefused.class);
    }

    @Test
    void the_file_hosts_own_refusals_say_nothing_about_the_token() {
        assertThat(fileFailure(status(503, ""), VendorFailure.Unavailable.class).detail())
                .contains("503");
        assertThat(fileFailure(status(408, ""), VendorFailure.Unavailable.class).detail())
                .contains("408");
        assertThat(fileFailure(status(429, ""), VendorFailure.RateLimited.class).until())
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(fileFailure(with(status(429, ""), "Retry-After", "5"), VendorFailure.RateLimited.class)
                        .until())
                .isEqualTo(NOW.plusSeconds(5));
        assertThat(fileFailure(status(400, ""), VendorFailure.MalformedAnswer.class)
                        .detail())
                .contains("400");
        fileFailure(status(401, ""), VendorFailure.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "-a", "a?b"})
    void what_names_no_organization_is_asked_for_and_called_by_nobody(String name) {
        var failure = catchThrowableOfType(VendorFailure.NotAllowed.class, () -> github.open(new Scope(name, "")));

        assertThat(failure.detail()).contains("organization");
        assertThat(github.requests()).isEmpty();
    }

    private <F extends VendorFailure> F openFailure(Class<F> type) {
        var failure = catchThrowableOfType(type, github::open);
        assertThat(failure).isNotNull();
        assertThat(failure.detail()).endsWith(".");
        return failure;
    }

    private <F extends VendorFailure> F fileFailure(MockResponse answer, Class<F> type) {
        github.answer(
                dayTarget(YESTERDAY), github.links("\"report_day\":\"2026-11-23\"", Stream.of(github.file(answer))));
        var access = github.open();
        var failure = catchThrowableOfType(type, () -> access.fetch(new DateRange(YESTERDAY, YESTERDAY)));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static MockResponse with(MockResponse answer, String header, String value) {
        return answer.newBuilder().setHeader(header, value).build();
    }
}
