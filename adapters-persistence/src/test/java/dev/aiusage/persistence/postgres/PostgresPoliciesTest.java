package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.RandomEvents;
import dev.aiusage.persistence.RandomTelemetry;
import dev.aiusage.persistence.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

final class PostgresPoliciesTest {

    private static final List<String> FILLED = List.of(
            "user_profiles",
            "ai_tool_integrations",
            "ai_usage_events",
            "ai_usage_buckets",
            "ai_usage_metrics",
            "ai_usage_breakdowns",
            "ai_usage_telemetry_points",
            "ai_usage_log_files");

    private final UserTransactions transactions = new UserTransactions(TestServer.service(), TestServer.SCHEMA);

    @Test
    void every_table_of_users_forces_a_policy_on_each_row_and_is_keyed_by_user_first() throws SQLException {
        var tables = ask(TestServer.superuser().getConnection(), """
                select relname from pg_class join pg_attribute on attrelid = pg_class.oid
                where relnamespace = 'public'::regnamespace and relkind = 'r' and attname = 'user_id'
                  and relname <> 'audit_trail'
                """);

        assertThat(tables).hasSize(12).containsAll(FILLED);
        assertThat(ask(TestServer.superuser().getConnection(), """
                        select relname from pg_class
                        join pg_policies on tablename = relname and schemaname = 'public'
                        join pg_index on indrelid = pg_class.oid and indisprimary
                        join pg_attribute on attrelid = pg_class.oid and attnum = indkey[0]
                        where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity
                          and roles = '{authenticated}' and cmd = 'ALL' and attname = 'user_id'
                          and qual = '(( SELECT auth.uid() AS uid) = user_id)' and with_check = qual
                        """)).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void the_services_login_is_no_superuser_and_no_owner_and_has_no_right_without_a_role() throws SQLException {
        try (var connection = TestServer.service().getConnection()) {
            assertThat(ask(connection, """
                            select rolname from pg_roles where rolname = current_user and not rolsuper and not rolbypassrls
                              and not rolinherit and not rolcreaterole and not rolcreatedb
                            """)).containsExactly(TestServer.LOGIN);
            assertThat(ask(connection, "select tablename from pg_tables where tableowner = current_user"))
                    .isEmpty();
            for (var table : FILLED) {
                assertThatThrownBy(() -> ask(connection, "select user_id from " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void a_bare_query_under_ones_claims_sees_only_ones_own_rows() {
        var anna = someoneWithData();
        var ben = someoneWithData();

        for (var table : FILLED) {
            assertThat(usersSeenBy(anna, table)).as(table).containsExactly(anna.value());
            assertThat(usersSeenBy(ben, table)).as(table).containsExactly(ben.value());
        }
    }

    @Test
    void the_role_without_claims_sees_nothing() throws SQLException {
        someoneWithData();

        for (var claims : List.of("", "{}", "{\"role\":\"authenticated\"}")) {
            try (var connection = TestServer.service().getConnection()) {
                connection.setAutoCommit(false);
                ask(connection, "select set_config('role', 'authenticated', true)");
                ask(connection, "select set_config('request.jwt.claims', '" + claims + "', true)");
                for (var table : FILLED) {
                    assertThat(ask(connection, "select user_id::text from " + table))
                            .as(table)
                            .isEmpty();
                }
                connection.rollback();
            }
        }
    }

    @Test
    void nobody_writes_rows_of_others() {
        var anna = someoneWithData();
        var ben = someoneWithData();

        assertThatThrownBy(() -> transactions.write(
                        anna,
                        sql -> sql.execute(
                                "insert into devices (user_id, device_id) values ({0}, gen_random_uuid())",
                                DSL.val(ben.value()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> transactions.write(
                        anna,
                        sql -> sql.execute("update ai_tool_integrations set user_id = {0}", DSL.val(ben.value()))))
                .isInstanceOf(IllegalStateException.class);
        int deleted = transactions.write(
                anna, sql -> sql.execute("delete from ai_usage_metrics where user_id = {0}", DSL.val(ben.value())));
        assertThat(deleted).isZero();
        assertThat(usersSeenBy(ben, "ai_usage_metrics")).containsExactly(ben.value());
    }

    @Test
    void a_session_keeps_neither_role_nor_claims_after_a_transaction() throws SQLException {
        try (var connection = TestServer.service().getConnection()) {
            var ofOneConnection = new UserTransactions(Connections.always(connection), TestServer.SCHEMA);

            ofOneConnection.read(someUser(), DSLContext::selectOne);
            ofOneConnection.write(someUser(), DSLContext::selectOne);

            assertThat(ask(connection, "select current_user::text")).containsExactly(TestServer.LOGIN);
            assertThat(ask(connection, "select coalesce(current_setting('request.jwt.claims', true), '')"))
                    .containsExactly("");
            assertThat(ask(connection, "show default_transaction_isolation")).containsExactly("read committed");
            assertThat(ask(connection, "show default_transaction_read_only")).containsExactly("off");
        }
    }

    @Test
    void tables_of_no_user_are_closed_to_everybody() throws SQLException {
        assertThat(ask(TestServer.superuser().getConnection(), """
                        select grantee || ' ' || privilege_type || ' ' || table_name
                        from information_schema.role_table_grants
                        where table_schema = 'public' and table_name in ('audit_trail', 'flyway_schema_history')
                          and grantee <> 'postgres'
                        """)).containsExactly("service_role INSERT audit_trail");
        assertThatThrownBy(() -> transactions.read(someUser(), sql -> sql.fetch("select * from audit_trail")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deleting_an_integration_takes_its_rows_along() {
        var anna = someoneWithData();

        transactions.write(anna, sql -> sql.execute("delete from ai_tool_integrations"));

        for (var table : List.of(
                "ai_usage_events",
                "ai_usage_telemetry_points",
                "ai_usage_buckets",
                "ai_usage_metrics",
                "ai_usage_breakdowns")) {
            assertThat(usersSeenBy(anna, table)).as(table).isEmpty();
        }
    }

    private static UserId someoneWithData() {
        var storage = TestServer.storage();
        var user = someUser();
        var logs = storage.logs(user);
        storage.events().record(user, logs.id(), RandomEvents.withSeed(1).copies());
        var telemetry = storage.telemetry(user);
        storage.sums().record(user, telemetry.id(), RandomTelemetry.withSeed(1).points());
        var csv = storage.opened(user, IntegrationMethod.CSV);
        storage.metrics().replaceDays(user, csv.id(), List.of(UsageDay.of(LocalDate.of(2026, 11, 24), Measures.NONE)));
        var mark = new LogMark(1, Storage.NOON, ReadPosition.START, 1);
        storage.marks().keep(user, Map.of(new LogFileId(UUID.randomUUID()), mark));
        return user;
    }

    private static UserId someUser() {
        return new UserId(UUID.randomUUID());
    }

    private List<UUID> usersSeenBy(UserId user, String table) {
        return transactions.write(
                user, sql -> sql.fetch("select distinct user_id from " + table).getValues(0, UUID.class));
    }

    private static List<String> ask(Connection connection, String query) {
        return new ArrayList<>(
                DSL.using(connection, SQLDialect.POSTGRES).fetch(query).getValues(0, String.class));
    }
}
