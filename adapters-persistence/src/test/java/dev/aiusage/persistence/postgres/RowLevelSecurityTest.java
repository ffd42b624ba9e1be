package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself holds, whatever the code above it forgets: these queries name no user. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RowLevelSecurityTest {

    private static final String TABLE = "ai_tool_integrations";
    private final UserId anna = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());
    private final Storage storage = TestServer.storage();
    private Integration annas = storage.connected(anna, Scope.EVERYTHING, "sealed for anna");
    private Integration bens = storage.connected(ben, Scope.EVERYTHING, "sealed for ben");

    @BeforeAll
    void bringUsage() {
        storage.access().runs().enqueue(anna, annas.id(), Storage.NOON);
        storage.access().runs().enqueue(ben, bens.id(), Storage.NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TABLE,
                "sync_runs",
                "ingest_tokens",
                "ai_usage_metrics",
                "ai_usage_events",
                "ai_usage_telemetry_points",
                "user_profiles"
            })
    void a_bare_query_shows_a_user_their_own_rows_only(String table) throws SQLException {
        assertThat(as(anna, "select user_id::text from " + table)).allMatch(anna.toString()::equals);
    }

    @Test
    void a_bare_query_does_show_them() throws SQLException {
        assertThat(as(anna, "select encrypted_api_key from " + TABLE)).containsExactly("sealed for anna");
        assertThat(as(ben, "select encrypted_api_key from " + TABLE)).containsExactly("sealed for ben");
    }

    @Test
    void without_claims_there_is_nothing() throws SQLException {
        for (var claims : List.of("", "{}", "{\"role\":\"authenticated\"}")) {
            assertThat(query("authenticated", claims, "select user_id::text from " + TABLE))
                    .isEmpty();
        }
    }

    @Test
    void a_login_that_takes_no_role_sees_no_table() {
        assertThatThrownBy(() -> query("none", "", "select 1::text from " + TABLE))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_bare_update_reaches_only_the_users_own_row() throws SQLException {
        as(anna, "update " + TABLE + " set status_detail = 'mine' returning user_id::text");

        assertThat(storage.integrations().of(ben)).containsExactly(bens);
        assertThat(storage.integrations().of(anna).get(0).connection().detail()).isEqualTo("mine");
    }

    @Test
    void a_bare_delete_reaches_only_the_users_own_row() throws SQLException {
        var carla = new UserId(UUID.randomUUID());
        storage.connected(carla, Scope.EVERYTHING, "sealed for carla");

        as(carla, "delete from " + TABLE + " returning user_id::text");

        assertThat(storage.integrations().of(carla)).isEmpty();
        assertThat(storage.integrations().of(ben)).hasSize(1);
    }

    @Test
    void nobody_writes_rows_of_others() {
        assertThatThrownBy(() -> as(
                        anna,
                        "insert into " + TABLE + " (user_id, integration_id, tool_name, integration_method) values ('"
                                + ben + "', gen_random_uuid(), 'cursor', 'csv') returning user_id::text"))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(anna, "update " + TABLE + " set user_id = '" + ben + "' returning user_id::text"))
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select subject", "delete", "update set subject = 'x'", "insert"})
    void users_neither_read_nor_write_the_trail(String attempt) {
        var sql = switch (attempt) {
            case "insert" -> "insert into audit_trail (action, subject) values ('x', 'y')";
            case "delete" -> "delete from audit_trail";
            case "select subject" -> "select subject from audit_trail";
            default -> "update audit_trail set subject = 'x'";
        };

        assertThatThrownBy(() -> as(anna, sql)).hasMessageContaining("permission denied for table audit_trail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select subject from audit_trail",
                "delete from audit_trail",
                "update audit_trail set subject = 'x'",
                "truncate audit_trail",
                "select account from " + TABLE,
                "select count(*)::text, max(key_hint) from " + TABLE,
                "update " + TABLE + " set user_id = gen_random_uuid()",
                "update " + TABLE + " set status = 'paused'",
                "delete from " + TABLE,
                "select user_id::text from ai_usage_metrics",
                "select name from ingest_tokens"
            })
    void the_services_role_may_only_add_to_the_trail_and_wrap_keys_anew(String sql) {
        assertThatThrownBy(() -> query("service_role", "{}", sql)).hasMessageContaining("permission denied");
    }

    @Test
    void the_services_role_takes_no_key_away() {
        assertThatThrownBy(() -> query(
                        "service_role",
                        "{}",
                        "update " + TABLE + " set encrypted_api_key = null where user_id = '" + ben + "'"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void what_a_transaction_took_on_ends_with_it() throws SQLException {
        storage.integrations()
                .change(
                        anna,
                        annas.id(),
                        before -> new KeyedIntegration(before.integration(), new SealedKey("sealed for anna")),
                        List.of(Storage.entry(anna, AuditAction.INTEGRATION_KEY_REPLACED, "x")));

        try (var connection = TestServer.service().getConnection()) {
            assertThat(texts(connection, "select current_user::text")).containsExactly(TestServer.LOGIN);
            assertThat(texts(connection, "select coalesce(current_setting('request.jwt.claims', true), '')"))
                    .containsExactly("");
        }
    }

    private static List<String> as(UserId user, String sql) throws SQLException {
        return query("authenticated", "{\"sub\":\"" + user + "\",\"role\":\"authenticated\"}", sql);
    }

    private static List<String> query(String role, String claims, String sql) throws SQLException {
        try (var connection = TestServer.service().getConnection()) {
            connection.setAutoCommit(false);
            try (var become = connection.prepareStatement(
                    "select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)")) {
                become.setString(1, role);
                become.setString(2, claims);
                become.execute();
                var texts = texts(connection, sql);
                connection.commit();
                return texts;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                read(statement.getResultSet(), texts);
            }
        }
        return texts;
    }

    private static void read(ResultSet rows, List<String> texts) throws SQLException {
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
    }
}
