package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public interface SyncRunsContract extends StorageContract {

    @Test
    default void a_queued_run_is_the_latest_of_its_integration() {
        var user = someUser();
        var one = storage().connected(user, Scope.EVERYTHING, "key");
        var other = storage().connected(user, new Scope("acme", ""), "key");

        var run = storage().access().runs().enqueue(user, one.id(), Instant.parse("2026-11-24T12:00:00.1234567Z"));

        assertThat(run).isEqualTo(SyncRun.queued(run.id(), one.id(), Instant.parse("2026-11-24T12:00:00.123456Z")));
        assertThat(run.status()).isEqualTo(SyncStatus.QUEUED);
        assertThat(storage().access().runs().latest(user))
                .isEqualTo(Map.of(one.id(), run))
                .doesNotContainKey(other.id());
    }

    @Test
    default void one_that_waits_is_not_queued_again() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");

        var ids = IntStream.range(0, 6)
                .parallel()
                .mapToObj(caller -> storage()
                        .access()
                        .runs()
                        .enqueue(user, held.id(), Storage.NOON)
                        .id())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
    }

    @Test
    default void a_strangers_integration_is_not_queued() {
        var stranger = someUser();
        var theirs = storage().connected(stranger, Scope.EVERYTHING, "key");
        var user = someUser();

        assertThatThrownBy(() -> storage().access().runs().enqueue(user, theirs.id(), Storage.NOON))
                .isInstanceOf(IntegrationMissing.class);
        assertThat(storage().access().runs().latest(stranger)).isEmpty();
        assertThat(storage().access().runs().latest(user)).isEmpty();
    }

    @Test
    default void an_attempt_begins_with_the_run_that_waits_and_ends_as_it_is_said() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");
        var queued = runs().enqueue(user, held.id(), Storage.NOON);

        var begun = runs().begin(user, held.id(), Storage.NOON.plusSeconds(1));

        assertThat(begun).isEqualTo(queued.begun(Storage.NOON.plusSeconds(1)));
        assertThat(runs().isWaiting(user, held.id())).isFalse();
        var error = new SyncError(SyncErrorCode.SPEND_CAP, "enough");
        var ended = begun.ended(SyncStatus.FAILED, Optional.of(error), Storage.NOON.plusSeconds(9));
        runs().end(user, ended);
        assertThat(runs().find(user, queued.id())).hasValue(ended);
        assertThat(runs().of(user, held.id())).containsExactly(ended);
    }

    @Test
    default void one_that_was_left_in_the_middle_is_begun_again_and_its_former_attempt_changes_nothing_any_more() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");
        var killed = runs().begin(user, held.id(), Storage.NOON);

        var second = runs().begin(user, held.id(), Storage.NOON.plusSeconds(60));
        runs().end(user, killed.ended(SyncStatus.SUCCEEDED, Optional.empty(), Storage.NOON.plusSeconds(61)));

        assertThat(second).isEqualTo(killed.begun(Storage.NOON.plusSeconds(60)));
        assertThat(second.times().startedAt()).hasValue(Storage.NOON);
        assertThat(runs().find(user, killed.id())).hasValue(second);
    }

    @Test
    default void one_that_is_to_be_tried_again_is_the_next_attempt() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");
        var first = runs().begin(user, held.id(), Storage.NOON);
        runs().end(user, first.ended(SyncStatus.RETRY_SCHEDULED, Optional.empty(), Storage.NOON));

        assertThat(runs().enqueue(user, held.id(), Storage.NOON).id()).isEqualTo(first.id());
        assertThat(runs().isWaiting(user, held.id())).isFalse();
        assertThat(runs().begin(user, held.id(), Storage.NOON).attempt()).isEqualTo(2);
    }

    @Test
    default void who_asks_joins_what_runs_unless_days_are_wanted_again() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");
        var running = runs().begin(user, held.id(), Storage.NOON);
        var october = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        var november = new DateRange(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));

        assertThat(runs().lastAsked(user)).isEmpty();
        assertThat(runs().ask(user, held.id(), Optional.empty(), Storage.NOON.plusSeconds(1)))
                .isEqualTo(running);
        var waiting = runs().ask(user, held.id(), Optional.of(october), Storage.NOON.plusSeconds(2));
        var joined = runs().ask(user, held.id(), Optional.of(november), Storage.NOON.plusSeconds(3));

        assertThat(waiting.id()).isNotEqualTo(running.id()).isEqualTo(joined.id());
        assertThat(joined.again()).hasValue(october.hull(november));
        assertThat(runs().find(user, joined.id())).hasValue(joined);
        assertThat(runs().isWaiting(user, held.id())).isTrue();
        assertThat(runs().lastAsked(user)).hasValue(Storage.NOON.plusSeconds(3));
    }

    @Test
    default void who_asks_need_not_wait_for_the_next_try() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");
        var first = runs().begin(user, held.id(), Storage.NOON);
        var error = Optional.of(new SyncError(SyncErrorCode.UNAVAILABLE, "away"));
        runs().end(user, first.ended(SyncStatus.RETRY_SCHEDULED, error, Storage.NOON));

        var later = Storage.NOON.plusSeconds(3600);
        var asked = runs().ask(user, held.id(), Optional.empty(), later);

        assertThat(asked.id()).isEqualTo(first.id());
        assertThat(asked.status()).isEqualTo(SyncStatus.QUEUED);
        assertThat(asked.times().queuedAt()).isEqualTo(later);
        assertThat(asked.error()).isEmpty();
        assertThat(runs().find(user, first.id())).hasValue(asked);
    }

    @Test
    default void one_that_was_to_be_tried_again_is_given_up_when_a_later_one_begins() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");
        var first = runs().begin(user, held.id(), Storage.NOON);
        var again = Optional.of(new DateRange(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1)));
        var later = runs().ask(user, held.id(), again, Storage.NOON);
        runs().end(user, first.ended(SyncStatus.RETRY_SCHEDULED, Optional.empty(), Storage.NOON));

        assertThat(runs().begin(user, held.id(), Storage.NOON).id()).isEqualTo(later.id());

        assertThat(runs().find(user, first.id()).orElseThrow().status()).isEqualTo(SyncStatus.FAILED);
    }

    @Test
    default void what_nobody_will_go_on_with_is_given_up_whatever_it_was_at() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");
        var other = storage().connected(user, new Scope("", "anna"), "key");
        var done = runs().begin(user, held.id(), Storage.NOON);
        runs().end(user, done.ended(SyncStatus.SUCCEEDED, Optional.empty(), Storage.NOON));
        var running = runs().begin(user, held.id(), Storage.NOON);
        var again = Optional.of(new DateRange(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1)));
        var queued = runs().ask(user, held.id(), again, Storage.NOON);
        var others = runs().enqueue(user, other.id(), Storage.NOON);
        var why = new SyncError(SyncErrorCode.INACTIVE, "not active");

        runs().giveUp(user, held.id(), why, Storage.NOON.plusSeconds(7));

        for (var run : List.of(running, queued)) {
            assertThat(runs().find(user, run.id()))
                    .hasValue(run.ended(SyncStatus.FAILED, Optional.of(why), Storage.NOON.plusSeconds(7)));
        }
        assertThat(runs().find(user, done.id()).orElseThrow().status()).isEqualTo(SyncStatus.SUCCEEDED);
        assertThat(runs().find(user, others.id())).hasValue(others);
        assertThat(runs().isWaiting(user, held.id())).isFalse();
    }

    @Test
    default void a_hundred_runs_are_shown_the_latest_first() {
        var user = someUser();
        var held = storage().connected(user, Scope.EVERYTHING, "key");
        for (var second = 0; second < 103; second++) {
            var run = runs().begin(user, held.id(), Storage.NOON.plusSeconds(second));
            runs().end(user, run.ended(SyncStatus.SUCCEEDED, Optional.empty(), Storage.NOON.plusSeconds(second)));
        }

        var shown = runs().of(user, held.id());

        assertThat(shown).hasSize(SyncRuns.SHOWN);
        assertThat(shown.get(0).times().queuedAt()).isEqualTo(Storage.NOON.plusSeconds(102));
        assertThat(runs().latest(user)).containsEntry(held.id(), shown.get(0));
    }

    @Test
    default void a_strangers_runs_are_not_to_be_found() {
        var stranger = someUser();
        var theirs = storage().connected(stranger, Scope.EVERYTHING, "key");
        var run = runs().enqueue(stranger, theirs.id(), Storage.NOON);
        var user = someUser();

        assertThat(runs().find(user, run.id())).isEmpty();
        assertThat(runs().of(user, theirs.id())).isEmpty();
        assertThat(runs().lastAsked(user)).isEmpty();
        assertThatThrownBy(() -> runs().begin(user, theirs.id(), Storage.NOON)).isInstanceOf(IntegrationMissing.class);
    }

    private SyncRuns runs() {
        return storage().access().runs();
    }
}
