package dev.aiusage.persistence.postgres;

import static dev.aiusage.persistence.Events.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.usage.Delivery;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.db.Migrations;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A connection that lives while the tables grow: how it was fastest to ask them when they were empty must not stay. */
final class GrowingTablesTest {

    private static final Instant BEGINNING = Instant.parse("2026-11-01T00:00:00Z");

    /** After so many the driver prepares a statement at the server, and after so many more the server keeps a plan. */
    private static final int UNTIL_PLANS_ARE_KEPT = 15;

    private static final int MANY = 2_000;

    @Test
    void recording_among_many_reads_no_more_rows_for_having_begun_among_few() throws SQLException {
        var database = TestServer.newDatabase();
        Migrations.of(TestServer.login("postgres", database), "public")
                .forLogin(TestServer.LOGIN)
                .run();
        try (var connection = TestServer.login(TestServer.LOGIN, database).getConnection()) {
            var service = Connections.always(connection);
            var transactions = new UserTransactions(service, "public");
            var logs = TestServer.storage(service, "public").logs(new UserId(UUID.randomUUID()));
            for (var few = 0; few < UNTIL_PLANS_ARE_KEPT; few++) {
                var one = events("few-" + few, 1);
                transactions.write(logs.user(), sql -> record(sql, logs, one));
            }
            transactions.write(logs.user(), sql -> record(sql, logs, events("many", MANY)));

            var read = transactions.write(logs.user(), sql -> {
                var before = rowsRead(sql);
                record(sql, logs, events("more", MANY));
                return rowsRead(sql) - before;
            });

            assertThat(read).isLessThan(40L * MANY);
        }
    }

    private static RecordedEvents record(DSLContext sql, Integration logs, List<UsageEvent> events) {
        return PostgresUsageEvents.record(sql, logs.user(), logs.id(), Delivery.UNNAMED, events);
    }

    private static List<UsageEvent> events(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> request(name + number)
                        .session(name)
                        .at(BEGINNING.plus(Duration.ofMinutes(number)))
                        .build())
                .toList();
    }

    /** Also in the transactions of the last second or so: a session hands its counts in only now and then. */
    private static long rowsRead(DSLContext sql) {
        return sql.fetchSingle("select sum(seq_tup_read + idx_tup_fetch) from pg_stat_xact_user_tables")
                .into(Long.class);
    }
}
