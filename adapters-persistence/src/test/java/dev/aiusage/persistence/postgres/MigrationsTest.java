package dev.aiusage.persistence.postgres;

import static dev.aiusage.persistence.Events.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.db.MigrationFailed;
import dev.aiusage.db.Migrations;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.user.UserId;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

final class MigrationsTest {

    private static final String OF_OUR_TABLES =
            " from information_schema.role_table_grants where table_schema = 'public' and table_name <> 'user_profiles'";

    private final String database = TestServer.newDatabase();
    private final DataSource owner = TestServer.login("postgres", database);
    private final UserId user = new UserId(UUID.randomUUID());

    @Test
    void running_again_changes_nothing() {
        Migrations.of(owner, "public").forLogin(TestServer.LOGIN).run();
        var history = ask(owner, "select version || checksum || installed_on from flyway_schema_history");

        Migrations.of(owner, "public").forLogin(TestServer.LOGIN).run();

        assertThat(ask(owner, "select version || checksum || installed_on from flyway_schema_history"))
                .isEqualTo(history);
    }

    @Test
    void a_schema_of_another_name_is_made_and_used_beside_others() {
        var schema = "Usage of AI-2";
        Migrations.of(owner, "public").forLogin(TestServer.LOGIN).run();
        Migrations.of(owner, schema).forLogin(TestServer.LOGIN).run();

        assertThat(recordedInto(schema)).isEqualTo(new RecordedEvents(1, 0));

        assertThat(ask(owner, "select count(*) from \"Usage of AI-2\".ai_usage_metrics"))
                .containsExactly("1");
        assertThat(ask(owner, "select count(*) from public.ai_tool_integrations"))
                .containsExactly("0");
    }

    @Test
    void a_rate_that_never_was_one_is_taken_back_though_its_owner_sees_no_rows() {
        TestServer.execute(owner, "create role plain_owner login");
        TestServer.execute(owner, "grant authenticated, service_role to plain_owner with inherit false, set true");
        TestServer.execute(owner, "alter database " + database + " owner to plain_owner");
        var plain = TestServer.login("plain_owner", database);
        Migrations.of(plain, "public").run();
        TestServer.execute(owner, """
                delete from flyway_schema_history where version = '4';
                drop table ai_usage_screenshot_days, ai_usage_screenshots;
                insert into user_profiles (user_id) values ('%1$s');
                insert into ai_tool_integrations (user_id, integration_id, tool_name, integration_method)
                  values ('%1$s', '%1$s', 'cursor', 'csv');
                insert into ai_usage_metrics
                  (user_id, integration_id, metric_date, suggestions, acceptances, rejections, acceptance_rate)
                  values ('%1$s', '%1$s', '2026-11-22', null, null, null, 1), ('%1$s', '%1$s', '2026-11-23', null, 1, 1, 0.5);
                """.formatted(user));

        Migrations.of(plain, "public").run();

        assertThat(ask(
                        owner,
                        "select coalesce(acceptance_rate::text, 'none') from ai_usage_metrics order by metric_date"))
                .containsExactly("none", "0.5");
        assertThat(ask(plain, "select metric_date from ai_usage_metrics")).isEmpty();
    }

    @Test
    void another_login_can_be_let_in_later() {
        Migrations.of(owner, "public").run();
        TestServer.execute(owner, "create role late_login login noinherit");

        Migrations.of(owner, "public").forLogin("late_login").run();

        var late = TestServer.storage(TestServer.login("late_login", database), "public");
        assertThat(late.logs(user).user()).isEqualTo(user);
    }

    @Test
    void a_database_like_supabases_keeps_what_it_has() {
        TestServer.execute(owner, LikeSupabase.PREPARED);
        var profile = "insert into user_profiles values ('%s', 'Anna')".formatted(user);
        TestServer.execute(owner, profile);
        var before = ask(owner, LikeSupabase.WHAT_IT_HAD);

        Migrations.of(owner, "public").forLogin(TestServer.LOGIN).run();
        Migrations.of(owner, "public").forLogin(TestServer.LOGIN).run();

        assertThat(ask(owner, LikeSupabase.WHAT_IT_HAD)).isEqualTo(before);
        assertThat(recordedInto("public")).isEqualTo(new RecordedEvents(1, 0));
        assertThat(ask(owner, "select full_name from user_profiles")).containsExactly("Anna");
        assertThat(ask(owner, "select distinct grantee" + OF_OUR_TABLES + " and grantee <> 'postgres' order by 1"))
                .containsExactly(TestServer.LOGIN, "authenticated", "service_role");
        assertThat(ask(
                        owner,
                        "select distinct table_name" + OF_OUR_TABLES + " and grantee = '" + TestServer.LOGIN + "'"))
                .containsExactly("scheduled_tasks");
        assertThat(ask(
                        owner,
                        "select table_name || ' ' || privilege_type" + OF_OUR_TABLES + " and grantee = 'service_role'"))
                .containsExactly("audit_trail INSERT");
    }

    @Test
    void a_users_row_is_never_made_in_a_table_that_was_there_before() {
        TestServer.execute(owner, LikeSupabase.PREPARED);
        Migrations.of(owner, "public").forLogin(TestServer.LOGIN).run();
        var storage = TestServer.storage(TestServer.login(TestServer.LOGIN, database), "public");

        storage.access().users().note(user);
        assertThatThrownBy(() -> storage.logs(user)).isInstanceOf(RequestRejected.NoProfile.class);
        assertThatThrownBy(() -> storage.connected(user, Scope.EVERYTHING, "sealed"))
                .isInstanceOf(RequestRejected.NoProfile.class);

        assertThat(ask(owner, "select count(*) from user_profiles")).containsExactly("0");
    }

    @Test
    void profiles_without_a_key_to_refer_to_are_done_without() {
        TestServer.execute(owner, "create table user_profiles (id bigint primary key, user_id text)");

        Migrations.of(owner, "public").forLogin(TestServer.LOGIN).run();

        assertThat(recordedInto("public")).isEqualTo(new RecordedEvents(1, 0));
    }

    @Test
    void a_login_without_rights_is_told_in_one_line_what_the_owner_has_to_run() {
        TestServer.execute(owner, "create role weak_" + database + " login");
        var weak = TestServer.login("weak_" + database, database);
        var migrations = Migrations.of(weak, "public").forLogin(TestServer.LOGIN);

        assertThatThrownBy(migrations::run).isInstanceOfSatisfying(MigrationFailed.NotAllowed.class, refused -> {
            assertThat(refused.getMessage()).contains(refused.ownerSql()).doesNotContain("\n");
            TestServer.execute(owner, refused.ownerSql());
        });

        migrations.run();
        assertThat(recordedInto("public")).isEqualTo(new RecordedEvents(1, 0));
        assertThat(ask(weak, "select count(*) from ai_usage_events"))
                .as("the owner's own rows under forced policies")
                .containsExactly("0");
    }

    @Test
    void a_database_out_of_reach_is_told_from_a_broken_schema() {
        var nobodyListens = Connections.from(() -> DriverManager.getConnection("jdbc:postgresql://localhost:1/none"));
        assertThatThrownBy(() -> Migrations.of(nobodyListens, "public").run())
                .isInstanceOf(MigrationFailed.Unreachable.class);

        Migrations.of(owner, "public").run();
        TestServer.execute(owner, "update flyway_schema_history set checksum = 1 where version = '1'");
        assertThatThrownBy(() -> Migrations.of(owner, "public").run()).isInstanceOf(MigrationFailed.Broken.class);
    }

    @Test
    void names_that_would_break_out_of_their_quotes_are_refused() {
        for (var name : List.of("", "a\"b", "a'b", "a$$b", "a\\b", "a\nb")) {
            assertThatThrownBy(() -> Migrations.of(owner, name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Migrations.of(owner, "public").forLogin(name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private RecordedEvents recordedInto(String schema) {
        var storage = TestServer.storage(TestServer.login(TestServer.LOGIN, database), schema);
        return storage.events()
                .record(user, storage.logs(user).id(), List.of(request("1").build()));
    }

    private static List<String> ask(DataSource dataSource, String query) {
        try (var connection = dataSource.getConnection()) {
            return DSL.using(connection, SQLDialect.POSTGRES).fetch(query).getValues(0, String.class);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
