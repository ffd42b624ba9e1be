package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.integrations.SyncSchedule;
import dev.aiusage.application.syncing.SyncWork;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What holds for the schedule of either storage, and for whoever takes turns from it. */
public interface SyncScheduleContract {

    Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

    SyncSchedule schedule();

    /** Has turns taken until it is closed. */
    AutoCloseable start(SyncWork work);

    @Test
    default void a_turn_comes_at_the_earliest_instant_that_it_was_planned_for() {
        var user = someUser();
        var id = IntegrationId.random();

        schedule().plan(user, id, FAR);
        schedule().plan(user, id, FAR.minusSeconds(60));
        schedule().plan(user, id, FAR.plusSeconds(60));
        schedule().planIfMissing(user, id, FAR.minusSeconds(600));

        assertThat(schedule().next(user)).isEqualTo(Map.of(id, FAR.minusSeconds(60)));

        schedule().planUnlessDone(user, id, FAR.minusSeconds(90));

        assertThat(schedule().next(user)).isEqualTo(Map.of(id, FAR.minusSeconds(90)));
        assertThat(schedule().next(someUser())).isEmpty();
    }

    @Test
    default void one_without_a_turn_gets_one() {
        var user = someUser();
        var id = IntegrationId.random();

        schedule().planIfMissing(user, id, FAR);

        assertThat(schedule().next(user)).isEqualTo(Map.of(id, FAR));
    }

    @Test
    default void a_turn_that_has_come_is_taken_once_and_the_next_one_planned() throws Exception {
        var user = someUser();
        var id = IntegrationId.random();
        var taken = new LinkedBlockingQueue<IntegrationId>();

        schedule().plan(user, id, Instant.now());
        try (var turns = start((owner, integration) -> {
            taken.add(integration);
            return Optional.of(FAR);
        })) {
            assertThat(turns).isNotNull();
            assertThat(next(taken)).isEqualTo(id);
            awaitTurns(user, Map.of(id, FAR));
        }

        assertThat(taken).isEmpty();
        assertThat(schedule().next(user)).isEqualTo(Map.of(id, FAR));
    }

    @Test
    default void one_whose_turn_has_ended_meanwhile_has_none_again_but_for_a_later_wish() throws Exception {
        var user = someUser();
        var id = IntegrationId.random();
        var asked = Instant.now();

        schedule().plan(user, id, asked);
        try (var turns = start((owner, integration) -> Optional.of(FAR))) {
            assertThat(turns).isNotNull();
            awaitTurns(user, Map.of(id, FAR));
        }
        schedule().planUnlessDone(user, id, asked);
        assertThat(schedule().next(user)).isEqualTo(Map.of(id, FAR));

        schedule().planUnlessDone(user, id, FAR.minusSeconds(60));
        assertThat(schedule().next(user)).isEqualTo(Map.of(id, FAR.minusSeconds(60)));
    }

    @Test
    default void one_without_a_next_turn_is_forgotten_until_it_is_planned_again() throws Exception {
        var user = someUser();
        var id = IntegrationId.random();
        var taken = new LinkedBlockingQueue<IntegrationId>();

        try (var turns = start((owner, integration) -> {
            taken.add(integration);
            return Optional.empty();
        })) {
            assertThat(turns).isNotNull();
            schedule().plan(user, id, Instant.now());
            assertThat(next(taken)).isEqualTo(id);
            awaitTurns(user, Map.of());
            schedule().plan(user, id, Instant.now());
            assertThat(next(taken)).isEqualTo(id);
            awaitTurns(user, Map.of());
        }

        assertThat(schedule().next(user)).isEmpty();
    }

    @Test
    default void while_a_turn_is_taken_it_is_due_and_can_not_be_planned() throws Exception {
        var user = someUser();
        var id = IntegrationId.random();
        var entered = new LinkedBlockingQueue<IntegrationId>();
        var leave = new LinkedBlockingQueue<String>();

        try (var turns = start((owner, integration) -> {
            entered.add(integration);
            return take(leave).isEmpty() ? Optional.empty() : Optional.of(FAR);
        })) {
            assertThat(turns).isNotNull();
            schedule().plan(user, id, Instant.now());
            next(entered);
            schedule().plan(user, id, Instant.now());
            assertThat(schedule().due(Instant.EPOCH)).isEqualTo(1);
            leave.add("now");
            awaitTurns(user, Map.of(id, FAR));
        }

        assertThat(schedule().next(user)).isEqualTo(Map.of(id, FAR));
        assertThat(schedule().due(Instant.EPOCH)).isZero();
    }

    @Test
    default void one_that_is_wanted_while_its_turn_is_taken_has_another_at_once() throws Exception {
        var user = someUser();
        var id = IntegrationId.random();
        var taken = new LinkedBlockingQueue<IntegrationId>();
        var wanted = new LinkedBlockingQueue<>(List.of("once"));

        schedule().plan(user, id, Instant.now());
        try (var turns = start(new SyncWork() {
            @Override
            public Optional<Instant> run(UserId owner, IntegrationId integration) {
                schedule().plan(owner, integration, Instant.now());
                taken.add(integration);
                return Optional.of(FAR);
            }

            @Override
            public boolean isOverdue(UserId owner, IntegrationId integration, Optional<Instant> next) {
                return wanted.poll() != null;
            }
        })) {
            assertThat(turns).isNotNull();
            next(taken);
            assertThat(next(taken)).isEqualTo(id);
            awaitTurns(user, Map.of(id, FAR));
        }

        assertThat(taken).isEmpty();
    }

    @Test
    default void work_that_fails_is_tried_again_later() throws Exception {
        var user = someUser();
        var id = IntegrationId.random();
        var taken = new LinkedBlockingQueue<IntegrationId>();

        schedule().plan(user, id, Instant.now());
        try (var turns = start((owner, integration) -> {
            taken.add(integration);
            throw new IllegalStateException("broken");
        })) {
            assertThat(turns).isNotNull();
            next(taken);
        }

        assertThat(schedule().next(user)).containsOnlyKeys(id);
    }

    default UserId someUser() {
        return new UserId(UUID.randomUUID());
    }

    /** Before the end: that waits only a few seconds for what is under way. */
    private void awaitTurns(UserId user, Map<IntegrationId, Instant> turns) {
        while (!schedule().next(user).equals(turns)) {
            Thread.onSpinWait();
        }
    }

    private static IntegrationId next(BlockingQueue<IntegrationId> taken) throws InterruptedException {
        return Optional.ofNullable(taken.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    private static Optional<String> take(BlockingQueue<String> queue) {
        try {
            return Optional.ofNullable(queue.poll(30, TimeUnit.SECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
