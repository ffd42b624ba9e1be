package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.server.embedded.ServerAccount.Caller;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerAccountTest {

    private static final Path FOLDER = Path.of("/root/.ai-usage/postgres");

    @Test
    void an_ordinary_user_runs_the_server_as_it_is_and_nothing_is_tried_out() {
        ServerAccount account = ServerAccount.choose(FOLDER, Caller.ORDINARY_USER, command -> {
            throw new AssertionError(command);
        });

        assertThat(account.command(List.of("postgres"))).containsExactly("postgres");
    }

    @Test
    void root_steps_into_a_user_namespace_where_that_is_allowed() {
        ServerAccount account = ServerAccount.choose(FOLDER, Caller.ROOT, command -> true);

        assertThat(account.command(List.of("postgres"))).containsExactly("unshare", "-U", "postgres");
    }

    @Test
    void root_becomes_nobody_with_one_capability_where_user_namespaces_are_forbidden() {
        ServerAccount account = ServerAccount.choose(FOLDER, Caller.ROOT, command -> !command.contains("unshare"));

        assertThat(account.command(List.of("postgres")))
                .startsWith("setpriv", "--reuid=65534")
                .contains("--bounding-set=-all,+dac_read_search")
                .endsWith("postgres");
    }

    @Test
    void a_container_without_the_narrow_capability_takes_the_wider_one() {
        ServerAccount account = ServerAccount.choose(
                FOLDER, Caller.ROOT, command -> command.toString().contains("dac_override"));

        assertThat(account.command(List.of("postgres"))).contains("--bounding-set=-all,+dac_override");
    }

    @Test
    void what_is_tried_out_is_whether_the_folder_can_be_entered() {
        ServerAccount account = ServerAccount.choose(
                FOLDER,
                Caller.ROOT,
                command -> command.equals(List.of("unshare", "-U", "test", "-x", FOLDER.toString())));

        assertThat(account.prefix()).containsExactly("unshare", "-U");
    }

    @Test
    void root_without_any_other_account_is_told_what_to_do_in_one_line() {
        assertThatThrownBy(() -> ServerAccount.choose(FOLDER, Caller.ROOT, command -> false))
                .isInstanceOf(EmbeddedFailure.RootRefused.class)
                .message()
                .hasLineCount(1)
                .contains("as an ordinary user", "DATABASE_URL");
    }
}
