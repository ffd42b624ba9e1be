package dev.aiusage.persistence.postgres;

import static dev.aiusage.persistence.Events.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.db.MigrationFailed;
import dev.aiusage.db.Migrations;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The older servers that the service promises to work with, each started once. The build unpacks them. */
@Execution(ExecutionMode.CONCURRENT)
final class PostgresVersionsTest {

    private static final Path SERVERS = Path.of("target", "postgres-servers");

    private final UserId anna = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());

    @Test
    void all_majors_since_15_but_the_one_of_the_other_tests_are_there() {
        assertThat(majors()).containsExactly("15", "16", "17");
        assertThat(ask(TestServer.superuser(), "show server_version"))
                .first()
                .asString()
                .startsWith("18.");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void migrations_run_twice_and_everybody_has_their_own_rows(String major) throws IOException {
        try (var server = start(major)) {
            var plain = server.getPostgresDatabase();
            assertThat(ask(plain, "show server_version")).first().asString().startsWith(major + ".");
            TestServer.execute(plain, "create role service login");
            TestServer.execute(plain, "create database like_supabase");
            TestServer.execute(plain, "create database of_a_weak_owner");

            var storage = migrated(plain, server.getDatabase("service", "postgres"));
            assertOwnRowsOnly(storage, server.getDatabase("service", "postgres"));

            var platform = server.getDatabase("postgres", "like_supabase");
            TestServer.execute(platform, LikeSupabase.PREPARED);
            TestServer.execute(platform, "insert into user_profiles values ('%s'), ('%s')".formatted(anna, ben));
            var before = ask(platform, LikeSupabase.WHAT_IT_HAD);
            assertOwnRowsOnly(
                    migrated(platform, server.getDatabase("service", "like_supabase")),
                    server.getDatabase("service", "like_supabase"));
            assertThat(ask(platform, LikeSupabase.WHAT_IT_HAD)).isEqualTo(before);

            assertOneLineSufficesForAWeakOwner(server);
        }
    }

    static List<String> majors() {
        try (Stream<Path> servers = Files.list(SERVERS)) {
            return servers.map(server -> server.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("mvn generate-test-resources brings the servers", missing);
        }
    }

    private static EmbeddedPostgres start(String major) throws IOException {
        try (Stream<Path> files = Files.list(SERVERS.resolve(major))) {
            var archive = files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            return Servers.builder()
                    .setPgBinaryResolver((system, hardware) -> Files.newInputStream(archive))
                    .start();
        }
    }

    private static Storage migrated(DataSource owner, DataSource service) {
        var history = "select coalesce(version, description) || checksum || installed_on from flyway_schema_history";
        Migrations.of(owner, "public").forLogin("service").run();
        var first = ask(owner, history);
        Migrations.of(owner, "public").forLogin("service").run();

        assertThat(ask(owner, history)).hasSizeGreaterThan(1).isEqualTo(first);
        return TestServer.storage(service, "public", owner);
    }

    private void assertOwnRowsOnly(Storage storage, DataSource service) {
        var annas = storage.connected(anna, Scope.EVERYTHING, "sealed for anna");
        storage.connected(ben, Scope.EVERYTHING, "sealed for ben");
        var events = List.of(request("1").build());

        assertThat(storage.events().record(anna, storage.logs(anna).id(), events))
                .isEqualTo(new RecordedEvents(1, 0));
        assertThat(storage.events().record(anna, storage.logs(anna).id(), events))
                .isEqualTo(new RecordedEvents(0, 0));
        assertThat(storage.utcDays(storage.logs(anna))).hasSize(1);
        assertThat(storage.integrations().of(anna)).contains(annas).hasSize(2);

        var transactions = new UserTransactions(service, "public");
        for (var user : List.of(anna, ben)) {
            assertThat(transactions.<List<String>>read(
                            user,
                            sql -> sql.fetch("select distinct user_id::text from ai_tool_integrations")
                                    .getValues(0, String.class)))
                    .containsExactly(user.toString());
        }
        assertThatThrownBy(() -> transactions.write(
                        anna,
                        sql -> sql.execute("update ai_tool_integrations set user_id = {0}", DSL.val(ben.value()))))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> ask(service, "select user_id::text from ai_tool_integrations"))
                .hasMessageContaining("permission denied");
    }

    private static void assertOneLineSufficesForAWeakOwner(EmbeddedPostgres server) {
        var superuser = server.getDatabase("postgres", "of_a_weak_owner");
        TestServer.execute(superuser, "create role weak login");
        TestServer.execute(superuser, "create role of_the_service login");
        var migrations = Migrations.of(server.getDatabase("weak", "of_a_weak_owner"), "public")
                .forLogin("of_the_service");

        assertThatThrownBy(migrations::run)
                .isInstanceOfSatisfying(
                        MigrationFailed.NotAllowed.class, lacking -> TestServer.execute(superuser, lacking.ownerSql()));
        migrations.run();

        var service = TestServer.storage(server.getDatabase("of_the_service", "of_a_weak_owner"), "public");
        assertThat(service.logs(UserId.LOCAL).user()).isEqualTo(UserId.LOCAL);
    }

    private static List<String> ask(DataSource dataSource, String query) {
        return DSL.using(dataSource, SQLDialect.POSTGRES).fetch(query).getValues(0, String.class);
    }
}
