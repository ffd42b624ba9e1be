package dev.aiusage.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class NoteUserServiceTest {

    private final FakeUsers users = new FakeUsers();
    private final NoteUserService noting = new NoteUserService(users, 2);
    private final UserId anna = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());
    private final UserId carla = new UserId(UUID.randomUUID());

    @Test
    void a_user_is_noted_at_the_first_request_only() {
        noting.note(anna);
        noting.note(anna);
        noting.note(ben);
        noting.note(anna);

        assertThat(users.notes).containsExactly(anna, ben);
    }

    @Test
    void who_could_not_be_noted_is_noted_at_the_next_request() {
        users.isReachable = false;
        assertThatThrownBy(() -> noting.note(anna)).isInstanceOf(StorageUnavailable.class);
        users.isReachable = true;

        noting.note(anna);
        noting.note(anna);

        assertThat(users.notes).containsExactly(anna);
    }

    @Test
    void no_more_users_are_remembered_than_was_said() {
        noting.note(anna);
        noting.note(ben);
        noting.note(carla);

        noting.note(carla);
        noting.note(ben);
        noting.note(anna);

        assertThat(users.notes).containsExactly(anna, ben, carla, anna);
    }
}
