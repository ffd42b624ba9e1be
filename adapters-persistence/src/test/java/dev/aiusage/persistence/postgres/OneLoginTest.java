package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.db.MigrationFailed;
import dev.aiusage.db.Migrations;
import dev.aiusage.domain.user.UserId;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A login that owns its database and is no superuser both migrates and serves. */
final class OneLoginTest {

    private final String database = TestServer.newDatabase();
    private final String login = "owner_of_" + database;
    private final DataSource superuser = TestServer.login("postgres", database);
    private final DataSource owner = owner();

    @Test
    void it_may_become_the_roles_that_it_may_hand_out() {
        TestServer.execute(
                superuser,
                "grant authenticated, service_role to " + login + " with admin true, inherit false, set false");

        Migrations.of(owner, "public").run();

        assertThat(TestServer.storage(owner, "public").logs(UserId.LOCAL).user())
                .isEqualTo(UserId.LOCAL);
    }

    @Test
    void what_it_lacks_is_told_in_one_line_that_suffices() {
        assertThatThrownBy(() -> Migrations.of(owner, "public").run())
                .isInstanceOfSatisfying(
                        MigrationFailed.NotAllowed.class, lacking -> TestServer.execute(superuser, lacking.ownerSql()));

        Migrations.of(owner, "public").run();

        assertThat(TestServer.storage(owner, "public").logs(UserId.LOCAL).user())
                .isEqualTo(UserId.LOCAL);
    }

    private DataSource owner() {
        TestServer.storage();
        TestServer.execute(superuser, "create role " + login + " login");
        TestServer.execute(superuser, "alter database " + database + " owner to " + login);
        return TestServer.login(login, database);
    }
}
