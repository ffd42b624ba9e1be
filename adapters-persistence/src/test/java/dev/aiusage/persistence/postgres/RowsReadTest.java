package dev.aiusage.persistence.postgres;

import static dev.aiusage.persistence.Events.request;
import static dev.aiusage.persistence.Points.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.usage.Delivery;
import dev.aiusage.db.Migrations;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.Storage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Among 1,000,000 rows of 2,000 others, what a user of 10,000 rows costs. The counters are the server's own, of the very
 * transaction that asked.
 */
final class RowsReadTest {

    private static final DateRange QUARTER = DateRange.lastDays(90, LocalDate.of(2026, 11, 24));
    private static final int OTHERS = 2_000;

    private static DataSource service;
    private static Storage storage;
    private static UserTransactions transactions;
    private static Integration logs;
    private static Integration telemetry;

    @BeforeAll
    static void fill() {
        var database = TestServer.newDatabase();
        var owner = TestServer.login("postgres", database);
        Migrations.of(owner, "public").forLogin(TestServer.LOGIN).run();
        service = TestServer.login(TestServer.LOGIN, database);
        storage = TestServer.storage(service, "public");
        transactions = new UserTransactions(service, "public");
        logs = storage.logs(new UserId(UUID.randomUUID()));
        TestServer.execute(owner, Rows.OF_OTHERS.formatted(OTHERS));
        TestServer.execute(owner, Rows.OF_ONE.formatted(logs.user(), logs.id()));
        telemetry = storage.telemetry(new UserId(UUID.randomUUID()));
        TestServer.execute(owner, Rows.SUMS_OF_ONE.formatted(telemetry.user(), telemetry.id()));
        TestServer.execute(owner, "analyze");
    }

    @Test
    void a_dashboard_scans_no_table_and_reads_no_more_rows_than_the_user_has_in_its_range() {
        var read = transactions.read(logs.user(), sql -> {
            PostgresUsageMetrics.usage(sql, logs.user(), QUARTER, ZoneId.of("Europe/Berlin"));
            return RowsRead.count(sql);
        });

        assertThat(read.sequentialScans()).isZero();
        assertThat(read.rows()).isBetween(90L * 30, 90L * 30 + 200);
    }

    @Test
    void a_dashboard_takes_at_most_three_statements_and_one_that_takes_on_the_user() {
        assertThat(StatementCount.of(
                        service,
                        counted -> TestServer.storage(counted, "public")
                                .metrics()
                                .usage(logs.user(), QUARTER, ZoneId.of("Europe/Berlin"))))
                .isEqualTo(4);
    }

    @Test
    void a_dashboard_in_utc_reads_days_and_their_parts_and_no_quarter_hours() {
        var read = transactions.read(logs.user(), sql -> {
            PostgresUsageMetrics.usage(sql, logs.user(), QUARTER, ZoneOffset.UTC);
            return RowsRead.count(sql);
        });

        assertThat(read.sequentialScans()).isZero();
        assertThat(read.rows()).isBetween(90L * 10, 90L * 10 + 200);
    }

    @Test
    void a_dashboard_shows_every_day_in_any_zone() {
        UserUsage utc = storage.metrics().usage(logs.user(), QUARTER, ZoneOffset.UTC);
        UserUsage zoned = storage.metrics().usage(logs.user(), QUARTER, ZoneId.of("Europe/Berlin"));

        assertThat(utc.integrations().get(0).utcDays()).hasSize(90);
        assertThat(zoned.integrations().get(0).zonedDays()).hasSize(90);
    }

    @Test
    void recording_reads_only_what_it_touches() {
        var before = "2026-03-01T12:00:00Z";
        var events = List.of(
                request("1").at(before).model("opus").session("s").build(),
                request("2").at(before).build());

        var read = transactions.write(logs.user(), sql -> {
            PostgresUsageEvents.record(sql, logs.user(), logs.id(), Delivery.UNNAMED, events);
            return RowsRead.count(sql);
        });

        assertThat(read.sequentialScans()).isZero();
        assertThat(read.rows()).isLessThan(300);
    }

    @Test
    void recording_sums_reads_only_what_it_touches() {
        var points = List.of(
                sum(SumMeasure.OUTPUT, "s").height(9).build(),
                sum(SumMeasure.OUTPUT, "s").ofSingleRequests().height(7).build());

        var read = transactions.write(telemetry.user(), sql -> {
            PostgresTelemetrySums.record(sql, telemetry.user(), telemetry.id(), points);
            return RowsRead.count(sql);
        });

        assertThat(read.sequentialScans()).isZero();
        assertThat(read.rows()).isLessThan(100);
    }

    @Test
    void an_event_reads_of_sums_only_those_of_its_session_and_of_its_day() {
        var ofAnotherDay = new SessionKey(UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b"));
        var event = request("of telemetry").session("s").alias("a").build();
        var events = List.of(new UsageEvent(
                event.key(),
                event.alias(),
                event.part(),
                event.at(),
                event.labels(),
                ofAnotherDay,
                event.measures(),
                event.terms(),
                event.rank()));

        var read = transactions.write(telemetry.user(), sql -> {
            PostgresUsageEvents.record(sql, telemetry.user(), telemetry.id(), Delivery.UNNAMED, events);
            return RowsRead.count(sql);
        });

        assertThat(read.sequentialScans()).isZero();
        assertThat(read.rows()).isBetween(20L, 20L * 5);
    }

    @Test
    void who_has_no_telemetry_is_asked_nothing_about_it() {
        var user = new UserId(UUID.randomUUID());
        var others = storage.logs(user).id();
        var events = List.of(request("1").session("s").alias("a").build());

        assertThat(StatementCount.of(
                        service,
                        counted ->
                                TestServer.storage(counted, "public").events().record(user, others, events)))
                .as("the role, locks, events before, first of sessions, events, first of sessions, quarter hours, days")
                .isEqualTo(8);
    }

    private record RowsRead(long sequentialScans, long rows) {

        static RowsRead count(DSLContext sql) {
            return sql.fetchSingle("""
                            select sum(seq_scan), sum(seq_tup_read + idx_tup_fetch) from pg_stat_xact_user_tables
                            where schemaname = 'public'
                            """).into(RowsRead.class);
        }
    }
}
