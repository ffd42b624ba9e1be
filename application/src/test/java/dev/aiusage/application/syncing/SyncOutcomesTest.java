package dev.aiusage.application.syncing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SyncOutcomesTest extends OneIntegration {
    @Test
    void a_refused_key_is_not_used_again() {
        vendor.refusal = Optional.of(new VendorFailure.InvalidKey("The key is unknown."));

        assertThat(sync.run(USER, id)).isEmpty();

        assertThat(lastRun().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.INVALID_KEY);
        assertThat(held().connection().isActive()).isFalse();
        assertThat(sync.run(USER, id)).isEmpty();
        assertThat(runs.all).hasSize(1);
    }

    static List<Arguments> failures() {
        return List.of(
                failure(new VendorFailure.NotAllowed("x"), SyncErrorCode.NOT_ALLOWED, IntegrationStatus.NOT_ALLOWED),
                failure(new VendorFailure.SpendCap("x"), SyncErrorCode.SPEND_CAP, IntegrationStatus.FAILING),
                failure(
                        new VendorFailure.MalformedAnswer("x"),
                        SyncErrorCode.MALFORMED_ANSWER,
                        IntegrationStatus.FAILING),
                failure(
                        new VendorFailure.AnswerTooLarge("x"),
                        SyncErrorCode.ANSWER_TOO_LARGE,
                        IntegrationStatus.FAILING),
                failure(
                        new VendorFailure.RedirectRefused("x"),
                        SyncErrorCode.REDIRECT_REFUSED,
                        IntegrationStatus.FAILING));
    }

    private static Arguments failure(VendorFailure failure, SyncErrorCode code, IntegrationStatus status) {
        return Arguments.of(failure, code, status);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_only_people_can_mend_fails_and_is_tried_the_next_day(
            VendorFailure failure, SyncErrorCode code, IntegrationStatus status) {
        vendor.refusal = Optional.of(failure);

        var next = sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(lastRun().error()).hasValue(new SyncError(code, "x"));
        assertThat(held().connection().status()).isEqualTo(status);
        assertThat(held().connection().isActive()).isTrue();
        assertThat(next.orElseThrow()).isAfterOrEqualTo(midnight());
    }

    @Test
    void a_vendor_that_wants_fewer_calls_is_asked_when_it_said() {
        var until = NOON.plusSeconds(90);
        vendor.refusal = Optional.of(new VendorFailure.RateLimited("Too many calls.", until));

        var next = sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.RETRY_SCHEDULED);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
        assertThat(next.orElseThrow()).isBetween(until, until.plusSeconds(5));
    }

    @Test
    void a_vendor_that_wants_fewer_calls_without_a_word_is_left_alone_for_longer_each_time() {
        vendor.beforeAnswer = window -> {
            throw VendorFailure.RateLimited.untold(
                    "Too many calls.", clock.instant().plusSeconds(60));
        };
        var pauses = new ArrayList<Duration>();
        for (var attempt = 0; attempt < 8; attempt++) {
            var next = sync.run(USER, id).orElseThrow();
            pauses.add(Duration.between(clock.instant(), next));
            clock.advance(pauses.get(attempt));
        }

        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(98));
        assertThat(pauses.get(7)).isBetween(Duration.ofMinutes(33), Duration.ofMinutes(41));
        assertThat(runs.all).hasSize(1);
    }

    @Test
    void a_refusal_of_a_key_that_was_sealed_anew_meanwhile_is_noted_at_the_next_turn() {
        vendor.refusal = Optional.of(new VendorFailure.InvalidKey("The key is unknown."));
        vendor.opening =
                () -> integrations.tamper(held(), vault.seal(KEY, USER, id).text());

        assertThat(sync.run(USER, id)).hasValue(NOON);
        assertThat(held().connection().isActive()).isTrue();

        vendor.opening = () -> {};
        assertThat(sync.run(USER, id)).isEmpty();
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.INVALID_KEY);
    }

    @Test
    void after_an_hour_of_failing_the_next_day_is_soon_enough() {
        vendor.refusal = Optional.of(new VendorFailure.Unavailable("away"));
        var pauses = new ArrayList<Duration>();
        for (var next = sync.run(USER, id).orElseThrow();
                lastRun().status() == SyncStatus.RETRY_SCHEDULED;
                next = sync.run(USER, id).orElseThrow()) {
            pauses.add(Duration.between(clock.instant(), next));
            clock.advance(pauses.get(pauses.size() - 1));
        }

        assertThat(pauses).hasSize(7).isSorted();
        assertThat(lastRun().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(runs.all).hasSize(1);
    }

    @Test
    void a_vendor_that_answers_but_never_with_usage_is_a_state_with_a_hint() {
        sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.EMPTY);
        assertThat(held().connection().detail()).isEqualTo("Perhaps nobody works.");
    }

    @Test
    void a_key_that_does_not_open_is_told_and_nobody_is_asked() {
        integrations.tamper(held(), "damaged");

        sync.run(USER, id);

        assertThat(vendor.fetched).isEmpty();
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.KEY_UNREADABLE);
        assertThat(lastRun().error().orElseThrow().code()).isEqualTo(SyncErrorCode.KEY_UNREADABLE);
    }

    @Test
    void a_storage_that_is_away_fails_no_run() {
        days.beforeKeeping = () -> {
            throw new StorageUnavailable("away", new IllegalStateException("away"));
        };

        assertThatThrownBy(() -> sync.run(USER, id)).isInstanceOf(StorageUnavailable.class);
        assertThat(failedTurns).hasSize(1);
        assertThat(lastRun().status()).isEqualTo(SyncStatus.RUNNING);
    }

    @Test
    void a_defect_fails_the_run_and_tells_its_user_nothing_of_it() {
        var defect = new IllegalStateException("secret");
        vendor.beforeAnswer = window -> {
            throw defect;
        };

        assertThat(sync.run(USER, id)).isPresent();

        assertThat(defects).containsExactly(defect);
        assertThat(lastRun().error().orElseThrow().code()).isEqualTo(SyncErrorCode.INTERNAL);
        assertThat(lastRun().error().orElseThrow().message()).doesNotContain("secret");
    }
}
