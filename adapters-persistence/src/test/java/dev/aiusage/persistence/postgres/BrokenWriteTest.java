package dev.aiusage.persistence.postgres;

import static dev.aiusage.persistence.Events.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server process that dies after the events were written and before the days were. */
final class BrokenWriteTest {

    private static final String WAITING = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where usename = 'ai_usage_service' and wait_event_type = 'Lock' and query like 'with touched%'
            """;

    private final Storage storage = TestServer.storage();
    private final Integration logs = storage.logs(new UserId(UUID.randomUUID()));

    @Test
    @Timeout(60)
    void a_crash_between_events_and_days_leaves_neither() throws Exception {
        record("1");
        var before = storage.utcDays(logs);

        try (var blocker = TestServer.superuser().getConnection()) {
            blocker.setAutoCommit(false);
            execute(blocker, "select * from ai_usage_buckets where user_id = '" + logs.user() + "' for update");
            var writing = CompletableFuture.supplyAsync(() -> record("2"));
            try (var killer = TestServer.superuser().getConnection()) {
                while (!writing.isDone()) {
                    execute(killer, WAITING);
                }
            }
            assertThatThrownBy(writing::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StorageUnavailable.class);
            blocker.rollback();
        }

        assertThat(storage.utcDays(logs)).isEqualTo(before);
        assertThat(record("2")).isEqualTo(new RecordedEvents(1, 0));
    }

    private RecordedEvents record(String id) {
        return storage.events()
                .record(logs.user(), logs.id(), List.of(request(id).build()));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
