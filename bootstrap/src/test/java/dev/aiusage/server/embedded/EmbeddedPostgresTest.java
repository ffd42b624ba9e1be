package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.testing.BusyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {

    @TempDir
    static Path directory;

    private static HomeLock lock;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void open() throws IOException {
        lock = Home.at(TestHomes.used(directory)).lock();
        postgres = EmbeddedPostgres.open(lock);
    }

    @AfterAll
    static void close() {
        postgres.close();
        lock.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8"
    })
    void it_runs_durable_and_on_loopback_only(String setting, String value) {
        assertThat(asSuperuser("select reset_val from pg_settings where name = '" + setting + "'"))
                .isEqualTo(value);
    }

    @Test
    void the_login_of_the_service_has_no_rights_but_to_log_in() {
        assertThat(asService("select current_user")).isEqualTo("ai_usage");
        assertThat(asService("select rolcanlogin and not (rolinherit or rolsuper or rolcreatedb or rolcreaterole"
                        + " or rolreplication or rolbypassrls) from pg_roles where rolname = current_user"))
                .isEqualTo("t");
        assertThat(asService("select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .isEqualTo("postgres");
        assertThat(asService("select has_schema_privilege('public', 'create')")).isEqualTo("f");
        assertThat(asService("select has_database_privilege('postgres', 'connect')"))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "ai_usage"})
    void nobody_logs_in_without_the_password(String user) {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, "guess"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void every_way_in_asks_for_a_password_from_the_moment_the_data_is_made() {
        assertThat(asSuperuser("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
    }

    @Test
    void text_sorts_by_code_point_and_letters_know_their_case() {
        assertThat(asService("select 'Zebra' < 'apple' and upper('é') = 'É'")).isEqualTo("t");
    }

    @Test
    void nothing_that_matters_is_readable_by_others() throws IOException {
        assertThat(BusyFolder.paths(lock.home().path()))
                .filteredOn(path -> !path.toString().contains("binaries-"))
                .isNotEmpty()
                .noneMatch(EmbeddedPostgresTest::isOpenToOthers);
    }

    @Test
    void a_failing_statement_and_its_values_stay_out_of_the_log() {
        assertThatThrownBy(() -> asService("select 'very private'::int")).hasMessageContaining("very private");

        assertThat(lock.home().read("postgres/log"))
                .hasValueSatisfying(log ->
                        assertThat(log).contains("ready to accept connections").doesNotContain("very private"));
    }

    @Test
    void logins_do_not_show_their_passwords() {
        assertThat(postgres.service()).hasToString("ai_usage");
        assertThat(postgres.jdbcUrl()).doesNotContain(postgres.service().password());
    }

    private static boolean isOpenToOthers(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    .matches(".{3}.*[rwx].*");
        } catch (IOException vanished) {
            return false;
        }
    }

    private static String asService(String question) {
        return Sql.as(postgres.service(), postgres.jdbcUrl()).ask(question);
    }

    private static String asSuperuser(String question) {
        return Sql.as(postgres.superuser(), postgres.jdbcUrl()).ask(question);
    }
}
