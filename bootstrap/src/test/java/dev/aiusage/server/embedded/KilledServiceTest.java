package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test ends a whole JVM in one of the ways that happen to services. */
class KilledServiceTest {

    @TempDir
    static Path shared;

    private static Path home;

    @BeforeAll
    static void make_home() throws IOException {
        home = TestHomes.used(shared);
    }

    @Test
    void a_terminated_service_takes_its_server_along() throws IOException {
        try (ServiceDouble service = ServiceDouble.readyOn(home)) {
            ProcessHandle server = server();

            service.terminate();

            assertThat(service.nextLine()).isEqualTo(ServiceProcess.DRAINED + "answered");
            assertThat(ends(service.process().toHandle())).isTrue();
            assertThat(ProcessEnd.isReached(server)).isTrue();
            assertThat(home.resolve("service.json")).doesNotExist();
        }
    }

    @Test
    void an_interrupt_in_the_terminal_leaves_the_server_to_the_service() throws IOException {
        try (ServiceDouble service = ServiceDouble.readyOn(home)) {
            ProcessHandle server = server();

            service.interruptGroup();

            assertThat(service.nextLine()).isEqualTo(ServiceProcess.DRAINED + "answered");
            assertThat(ends(server)).isTrue();
        }
    }

    @Test
    void the_server_of_a_killed_service_ends_by_itself() throws IOException {
        try (ServiceDouble service = ServiceDouble.readyOn(home)) {
            ProcessHandle server = server();

            service.kill();

            assertThat(ends(server)).isTrue();
        }
    }

    @Test
    void the_next_start_follows_a_kill_at_once_and_finds_everything() throws IOException {
        try (ServiceDouble service = ServiceDouble.readyOn(home)) {
            service.kill();

            assertThat(wordKept()).isEqualTo("kept");
        }
    }

    @Test
    void a_first_start_killed_while_it_makes_the_data_is_repaired(@TempDir Path directory) throws IOException {
        Path fresh = TestHomes.withoutData(directory);
        try (ServiceDouble service = ServiceDouble.on(fresh)) {
            assertThat(Waiting.until(() -> initdbIsAtWork(fresh), Patience.LONGEST))
                    .isTrue();
            service.kill();

            try (HomeLock lock = Home.at(fresh).lock();
                    EmbeddedPostgres postgres = EmbeddedPostgres.open(lock)) {
                assertThat(Sql.as(postgres.service(), postgres.jdbcUrl()).ask("select 1"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void a_machine_that_lost_power_starts_although_the_old_process_number_is_in_use_again() throws IOException {
        try (ServiceDouble service = ServiceDouble.readyOn(home)) {
            service.killWithServer();
        }
        Path stale = TestHomes.data(home).resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(stale));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(stale, lines);

        assertThat(wordKept()).isEqualTo("kept");
    }

    private static String wordKept() {
        try (HomeLock lock = Home.at(home).lock();
                EmbeddedPostgres postgres = EmbeddedPostgres.open(lock)) {
            return Sql.as(postgres.superuser(), postgres.jdbcUrl()).ask("select word from kept");
        }
    }

    private static ProcessHandle server() {
        return PostmasterFile.in(TestHomes.data(home)).process().orElseThrow();
    }

    private static boolean ends(ProcessHandle process) {
        return Waiting.until(() -> ProcessEnd.isReached(process), Patience.LONGEST);
    }

    private static boolean initdbIsAtWork(Path home) {
        try (var data = Files.newDirectoryStream(home.resolve("postgres"), "initdb-*")) {
            for (Path unfinished : data) {
                if (Files.exists(unfinished.resolve("data/global"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException notYet) {
            return false;
        }
    }
}
