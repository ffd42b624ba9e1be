package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.access.Users;
import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PostgresUsersTest {

    private final UserTransactions transactions = new UserTransactions(TestServer.service(), TestServer.SCHEMA);
    private final Users users = new PostgresUsers(transactions);
    private final UserId anna = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());

    @Test
    void a_user_has_one_row_however_often_they_are_noted() {
        users.note(anna);
        var first = profiles(anna, "created_at");

        users.note(anna);
        users.note(ben);
        TestServer.storage().logs(anna);

        assertThat(profiles(anna, "user_id")).containsExactly(anna.toString());
        assertThat(profiles(anna, "created_at")).isEqualTo(first);
        assertThat(profiles(ben, "user_id")).containsExactly(ben.toString());
    }

    private List<String> profiles(UserId user, String column) {
        return transactions.read(
                user,
                sql -> sql.fetch("select " + column + " from user_profiles").getValues(0, String.class));
    }
}
