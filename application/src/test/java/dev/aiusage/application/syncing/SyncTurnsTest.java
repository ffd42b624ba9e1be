package dev.aiusage.application.syncing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.time.DateRange;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SyncTurnsTest extends OneIntegration {
    @Test
    void never_more_windows_are_fetched_at_once_than_allowed() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var allThree = new CountDownLatch(3);
        vendor.beforeAnswer = window -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            allThree.countDown();
            awaitIgnoring(allThree);
            atOnce.decrementAndGet();
        };

        sync.run(USER, id);

        assertThat(most).hasValue(3);
    }

    @Test
    void a_paused_one_is_left_alone() {
        integrations.noteStatus(
                USER, id, integrations.find(USER, id).orElseThrow().key(), IntegrationStatus.PAUSED, "");

        assertThat(sync.run(USER, id)).isEmpty();
        assertThat(runs.all).isEmpty();
    }

    @Test
    void an_integration_that_is_gone_has_no_turn() {
        assertThat(sync.run(USER, IntegrationId.random())).isEmpty();
    }

    @Test
    void what_was_overtaken_leaves_its_place_to_the_other() {
        days.beforeKeeping = () -> {
            throw new RunOvertaken();
        };

        assertThat(sync.run(USER, id)).hasValue(NOON);
        assertThat(held().lastSyncedAt()).isEmpty();
    }

    @Test
    void a_run_that_waits_behind_this_one_is_overdue_until_it_has_begun() {
        vendor.beforeAnswer = window -> runs.ask(USER, id, Optional.of(new DateRange(TODAY, TODAY)), NOON);
        var next = sync.run(USER, id);
        assertThat(sync.isOverdue(USER, id, next)).isTrue();
        assertThat(sync.isOverdue(USER, id, Optional.empty())).isTrue();
        assertThat(sync.isOverdue(USER, id, Optional.of(NOON.plusSeconds(9)))).isFalse();

        vendor.beforeAnswer = window -> {};
        assertThat(sync.isOverdue(USER, id, sync.run(USER, id))).isFalse();
    }

    @Test
    void what_waits_behind_a_run_whose_key_is_refused_is_given_up_with_it() {
        vendor.beforeAnswer = window -> {
            runs.ask(USER, id, Optional.of(new DateRange(TODAY, TODAY)), NOON);
            throw new VendorFailure.InvalidKey("The key is unknown.");
        };

        sync.run(USER, id);

        assertThat(runs.all).hasSize(2).allMatch(SyncRun::isOver);
        assertThat(runs.all.get(1).error().orElseThrow().code()).isEqualTo(SyncErrorCode.INACTIVE);
    }

    @Test
    void runs_of_one_that_was_paused_meanwhile_are_given_up() {
        runs.begin(USER, id, NOON);
        runs.ask(USER, id, Optional.of(new DateRange(TODAY, TODAY)), NOON);
        integrations.noteStatus(
                USER, id, integrations.find(USER, id).orElseThrow().key(), IntegrationStatus.PAUSED, "");

        assertThat(sync.run(USER, id)).isEmpty();

        assertThat(runs.all).hasSize(2).allMatch(SyncRun::isOver);
    }

    @Test
    void what_waits_of_one_that_is_not_active_any_more_is_not_overdue() {
        runs.enqueue(USER, id, NOON);
        integrations.noteStatus(
                USER, id, integrations.find(USER, id).orElseThrow().key(), IntegrationStatus.PAUSED, "");

        assertThat(sync.isOverdue(USER, id, sync.run(USER, id))).isFalse();
    }

    @Test
    void while_a_vendor_is_busy_with_others_a_turn_is_put_off_and_no_run_begun() throws Exception {
        var hanging = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        vendor.beforeAnswer = window -> {
            asked.countDown();
            awaitIgnoring(hanging);
        };
        var other = connected(new Scope("", "somebody@example.com"));
        var first = threads.submit(() -> sync.run(USER, id));
        asked.await();

        var next = sync.run(USER, other);
        assertThat(next.orElseThrow()).isBetween(NOON.plusSeconds(5), NOON.plusSeconds(10));
        runs.enqueue(USER, other, NOON);
        assertThat(sync.isOverdue(USER, other, next)).isFalse();
        runs.all.removeIf(run -> run.integration().equals(other));

        assertThat(runs.all).hasSize(1);
        hanging.countDown();
        assertThat(first.get()).isPresent();
    }

    @Test
    void a_call_that_is_given_up_because_the_service_stops_is_no_failure_of_the_vendor() {
        vendor.opening = () -> {
            Thread.currentThread().interrupt();
            throw new VendorFailure.Unavailable("given up");
        };

        assertThatThrownBy(() -> sync.run(USER, id)).isInstanceOf(SyncInterrupted.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lastRun().status()).isEqualTo(SyncStatus.RUNNING);
        assertThat(held().connection().status()).isEqualTo(IntegrationStatus.ACTIVE);
    }

    @Test
    void windows_of_one_integration_are_kept_one_at_a_time() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        days.beforeKeeping = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            atOnce.decrementAndGet();
        };

        sync.run(USER, id);

        assertThat(most).hasValue(1);
    }
}
