package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import java.time.Instant;
import java.util.Map;
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
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(storage().access().runs().latest(stranger)).isEmpty();
        assertThat(storage().access().runs().latest(user)).isEmpty();
    }
}
