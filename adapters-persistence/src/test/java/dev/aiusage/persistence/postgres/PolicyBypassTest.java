package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.db.Migrations;
import dev.aiusage.db.PolicyBypass;
import dev.aiusage.domain.user.UserId;
import java.sql.DriverManager;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PolicyBypassTest {

    private final String database = TestServer.newDatabase();

    @Test
    void a_superuser_is_told_the_sql_that_makes_a_login_for_the_service_alone() {
        var superuser = TestServer.login("postgres", database);
        var told = PolicyBypass.of(superuser).orElseThrow();

        assertThat(told.login()).isEqualTo("postgres");
        assertThat(told.reason()).isEqualTo("is a superuser");
        assertThat(told.separatingSql()).doesNotContain("\n");
        TestServer.execute(superuser, told.separatingSql());
        var made = made(told.separatingSql());
        Migrations.of(superuser, "public").forLogin(made).run();
        var service = TestServer.login(made, database);
        assertThat(PolicyBypass.of(service)).isEmpty();
        assertThat(TestServer.storage(service, "public").logs(UserId.LOCAL).user())
                .isEqualTo(UserId.LOCAL);
    }

    @Test
    void a_name_that_is_taken_is_not_proposed() {
        var superuser = TestServer.login("postgres", database);
        TestServer.service();
        var first = PolicyBypass.of(superuser).orElseThrow().separatingSql();
        TestServer.execute(superuser, first);

        var second = PolicyBypass.of(superuser).orElseThrow().separatingSql();

        assertThat(made(first)).isNotIn(TestServer.LOGIN, made(second));
        TestServer.execute(superuser, second);
    }

    @Test
    void a_login_that_bypasses_policies_is_told_from_an_owner_whom_they_hold() {
        var superuser = TestServer.login("postgres", database);
        TestServer.execute(superuser, "create role bypassing_" + database + " login bypassrls");
        TestServer.execute(superuser, "create role owning_" + database + " login");
        TestServer.execute(superuser, "alter database " + database + " owner to owning_" + database);

        assertThat(PolicyBypass.of(TestServer.login("bypassing_" + database, database)))
                .hasValueSatisfying(told -> assertThat(told.reason()).isEqualTo("has BYPASSRLS"));
        assertThat(PolicyBypass.of(TestServer.login("owning_" + database, database)))
                .isEmpty();
        assertThat(PolicyBypass.of(TestServer.service())).isEmpty();
    }

    @Test
    void nothing_is_known_of_a_database_out_of_reach() {
        var nobodyListens = Connections.from(() -> DriverManager.getConnection("jdbc:postgresql://localhost:1/none"));

        assertThat(PolicyBypass.of(nobodyListens)).isEmpty();
    }

    private static String made(String sql) {
        var matcher = Pattern.compile("create role (\\w+) login noinherit password '.+';")
                .matcher(sql);
        assertThat(matcher.matches()).as(sql).isTrue();
        return matcher.group(1);
    }
}
