package dev.aiusage.application.syncing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.time.DateRange;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SyncIntegrationTest extends OneIntegration {
    @Test
    void the_first_run_fetches_90_days_and_the_next_turn_is_the_daily_one() {
        vendor.requests.put(TODAY.minusDays(89), 3L);
        vendor.requests.put(TODAY, 5L);

        var next = sync.run(USER, id);

        assertThat(fetchedDays())
                .containsExactlyInAnyOrderElementsOf(LAST_90.stream().toList());
        assertThat(days.usage.keySet()).containsExactlyInAnyOrder(TODAY.minusDays(89), TODAY);
        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(held().lastSyncedAt()).hasValue(NOON);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
        assertThat(next.orElseThrow()).isBetween(midnight(), midnight().plus(DailyTurns.SPREAD));
    }

    @Test
    void days_that_the_vendor_may_change_are_fetched_again_and_final_ones_are_not() {
        sync.run(USER, id);
        vendor.fetched.clear();
        clock.advance(Duration.ofDays(1));

        sync.run(USER, id);

        assertThat(days.states.values())
                .filteredOn(day -> day.state() == DayState.PROVISIONAL)
                .extracting(FetchedDay::date)
                .containsExactly(TODAY.minusDays(1), TODAY, TODAY.plusDays(1));
        assertThat(vendor.fetched).containsExactly(new DateRange(TODAY.minusDays(2), TODAY.plusDays(1)));
    }

    @Test
    void a_gap_in_the_history_is_filled_however_long_ago_it_is() {
        sync.run(USER, id);
        clock.advance(Duration.ofDays(200));
        var gap = TODAY.minusDays(30);
        days.states.remove(gap);
        vendor.fetched.clear();

        sync.run(USER, id);

        assertThat(fetchedDays())
                .contains(gap, TODAY.plusDays(1), TODAY.plusDays(100))
                .doesNotContain(gap.minusDays(1));
    }

    @Test
    void days_that_are_asked_for_again_are_fetched_though_they_are_final() {
        sync.run(USER, id);
        vendor.fetched.clear();
        clock.advance(Duration.ofHours(1));
        var range = new DateRange(TODAY.minusDays(400), TODAY.minusDays(398));
        runs.ask(USER, id, Optional.of(range), clock.instant());

        sync.run(USER, id);

        assertThat(fetchedDays()).containsAll(range.stream().toList()).doesNotContain(TODAY.minusDays(50));
    }

    @Test
    void what_a_run_fetched_long_before_somebody_asks_is_fetched_again() {
        vendor.beforeAnswer = window -> {
            if (window.contains(TODAY.minusDays(40))) {
                throw new VendorFailure.Unavailable("The vendor is away.");
            }
        };
        sync.run(USER, id);
        assertThat(fetchedDays()).contains(TODAY);
        vendor.fetched.clear();
        vendor.beforeAnswer = window -> {};
        clock.advance(Duration.ofHours(6));

        runs.ask(USER, id, Optional.empty(), clock.instant());
        sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(fetchedDays()).contains(TODAY, TODAY.minusDays(40));
    }

    @Test
    void a_few_windows_that_are_no_use_do_not_hold_up_the_others() {
        var bad = TODAY.minusDays(5);
        vendor.beforeAnswer = window -> {
            if (window.contains(bad)) {
                throw new VendorFailure.MalformedAnswer("no JSON");
            }
        };

        sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(lastRun().error()).hasValue(new SyncError(SyncErrorCode.MALFORMED_ANSWER, "no JSON"));
        assertThat(days.states.keySet()).contains(TODAY.minusDays(89)).doesNotContain(bad);
    }

    @Test
    void a_vendor_that_answers_nothing_of_use_is_not_asked_to_the_end() {
        var asked = new AtomicInteger();
        vendor.beforeAnswer = window -> {
            asked.incrementAndGet();
            throw new VendorFailure.MalformedAnswer("no JSON");
        };

        sync.run(USER, id);

        assertThat(asked.get()).isBetween(4, 6);
    }

    @Test
    void an_attempt_that_failed_half_way_is_taken_up_where_it_stopped() {
        vendor.requests.put(TODAY, 1L);
        var broken = TODAY.minusDays(40);
        vendor.beforeAnswer = window -> {
            if (window.contains(broken)) {
                throw new VendorFailure.Unavailable("The vendor is away.");
            }
        };
        var retry = sync.run(USER, id);

        assertThat(lastRun().status()).isEqualTo(SyncStatus.RETRY_SCHEDULED);
        assertThat(lastRun().error()).hasValue(new SyncError(SyncErrorCode.UNAVAILABLE, "The vendor is away."));
        assertThat(retry.orElseThrow()).isBetween(NOON.plusSeconds(30), NOON.plusSeconds(38));
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.FAILING);

        var before = fetchedDays();
        assertThat(before).isNotEmpty();
        vendor.fetched.clear();
        vendor.beforeAnswer = window -> {};
        clock.advance(Duration.ofMinutes(1));
        sync.run(USER, id);

        assertThat(runs.all).hasSize(1);
        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(lastRun().attempt()).isEqualTo(2);
        assertThat(fetchedDays()).doesNotContainAnyElementsOf(before);
        assertThat(days.states).hasSize(90);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void a_run_that_was_killed_goes_on_as_the_same_run() {
        var killed = runs.begin(USER, id, NOON);

        sync.run(USER, id);

        assertThat(lastRun().id()).isEqualTo(killed.id());
        assertThat(lastRun().attempt()).isEqualTo(2);
        assertThat(lastRun().status()).isEqualTo(SyncStatus.SUCCEEDED);
    }
}
