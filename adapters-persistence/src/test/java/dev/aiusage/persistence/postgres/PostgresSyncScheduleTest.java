package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.integrations.SyncSchedule;
import dev.aiusage.application.syncing.SyncWork;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.persistence.SyncScheduleContract;
import dev.aiusage.persistence.postgres.scheduling.PostgresSyncSchedule;
import dev.aiusage.persistence.postgres.scheduling.SyncTurns;
import dev.aiusage.persistence.postgres.scheduling.Wakers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the service's own login, which sees nothing of its tables but the schedule. */
final class PostgresSyncScheduleTest implements SyncScheduleContract {

    private static final String SCHEMA = TestServer.SCHEMA;

    private final Wakers wakers = new Wakers();
    private final PostgresSyncSchedule schedule = new PostgresSyncSchedule(TestServer.service(), SCHEMA, wakers);

    @AfterEach
    void forget() {
        TestServer.execute(TestServer.superuser(), "delete from scheduled_tasks");
    }

    @Override
    public SyncSchedule schedule() {
        return schedule;
    }

    @Override
    public AutoCloseable start(SyncWork work) {
        return SyncTurns.start(TestServer.service(), SCHEMA, wakers, work, 2);
    }

    @Test
    void two_instances_share_the_turns_and_take_each_once() throws Exception {
        var user = someUser();
        var taken = Collections.synchronizedList(new ArrayList<IntegrationId>());
        var all = new CountDownLatch(200);
        SyncWork work = (owner, integration) -> {
            taken.add(integration);
            all.countDown();
            return Optional.of(FAR);
        };
        var ids = new ArrayList<IntegrationId>();
        for (var turn = 0; turn < 200; turn++) {
            ids.add(IntegrationId.random());
            schedule.plan(user, ids.get(turn), Instant.now());
        }

        try (var one = start(work);
                var other = start(work)) {
            assertThat(List.of(one, other)).doesNotContainNull();
            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_turn_whose_taker_gives_no_sign_of_life_is_taken_over() throws Exception {
        var user = someUser();
        var id = IntegrationId.random();
        schedule.plan(user, id, Instant.now());
        TestServer.execute(
                TestServer.superuser(),
                "update scheduled_tasks set picked = true, picked_by = 'killed',"
                        + " last_heartbeat = now() - interval '61 seconds'");
        var taken = new CountDownLatch(1);

        try (var turns = start((owner, integration) -> {
            taken.countDown();
            return Optional.of(FAR);
        })) {
            assertThat(turns).isNotNull();
            assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nobodys_role_sees_the_schedule() {
        schedule.plan(someUser(), IntegrationId.random(), FAR);
        var transactions = new UserTransactions(TestServer.service(), SCHEMA);

        assertThatThrownBy(() -> transactions.read(someUser(), sql -> sql.fetch("select * from scheduled_tasks")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> transactions.acrossUsers(sql -> sql.fetch("select * from scheduled_tasks")))
                .hasMessageContaining("permission denied");
    }
}
