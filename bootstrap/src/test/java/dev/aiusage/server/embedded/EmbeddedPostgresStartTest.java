package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aiusage.testing.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresStartTest {

    private static final Machine REAL = Machine.real();

    @TempDir
    static Path shared;

    private static Path home;
    private static Path data;

    private HomeLock lock;

    @BeforeAll
    static void make_home() throws IOException {
        home = TestHomes.used(shared);
        data = TestHomes.data(home);
    }

    @BeforeEach
    void take_home() {
        lock = Home.at(home).lock();
    }

    @AfterEach
    void leave_home() {
        lock.close();
    }

    @Test
    void where_user_namespaces_are_forbidden_it_runs_as_another_user_and_later_in_one_again() throws IOException {
        Machine strict = with(command -> !command.contains("unshare") && Commands.succeeds(command));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(lock, strict)) {
            assertThat(wordKeptIn(postgres)).isEqualTo("kept");
            assertThat(userOf(server())).isNotZero();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(lock)) {
            assertThat(wordKeptIn(postgres)).isEqualTo("kept");
        }
    }

    @Test
    void a_first_start_works_there_too(@TempDir Path directory) throws IOException {
        Machine strict = with(command -> !command.contains("unshare") && Commands.succeeds(command));

        try (HomeLock fresh = Home.at(TestHomes.withoutData(directory)).lock();
                EmbeddedPostgres postgres = EmbeddedPostgres.open(fresh, strict)) {
            assertThat(Sql.as(postgres.service(), postgres.jdbcUrl()).ask("select 1"))
                    .isEqualTo("1");
        }
    }

    @Test
    void a_server_left_behind_without_a_watchdog_is_ended_first() {
        EmbeddedPostgres orphan = EmbeddedPostgres.open(lock, launchedBy(PgCtlServer::launch));
        ProcessHandle left = server();
        assertThat(wordKeptIn(orphan)).isEqualTo("kept");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(lock)) {
            assertThat(ProcessEnd.isReached(left)).isTrue();
            assertThat(wordKeptIn(postgres)).isEqualTo("kept");
        }
    }

    @Test
    void workers_that_outlive_their_killed_server_for_a_moment_are_waited_for() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.open(lock);
        ProcessHandle server = server();
        ProcessHandle worker = server.children().findFirst().orElseThrow();
        signal("STOP", worker);
        server.destroyForcibly();
        var attempts = new AtomicInteger();
        Machine watched = with(() -> {
            if (attempts.incrementAndGet() > 10) {
                signal("CONT", worker);
            }
            return REAL.ports().free();
        });

        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(lock, watched)) {
            assertThat(wordKeptIn(postgres)).isEqualTo("kept");
        } finally {
            signal("CONT", worker);
            killed.close();
        }
    }

    private static void signal(String name, ProcessHandle process) {
        Commands.succeeds(List.of("sh", "-c", "kill -" + name + " " + process.pid()));
    }

    @Test
    void a_server_without_a_watchdog_is_stopped_as_well() {
        EmbeddedPostgres postgres = EmbeddedPostgres.open(lock, launchedBy(PgCtlServer::launch));
        ProcessHandle server = server();

        postgres.close();

        assertThat(ProcessEnd.isReached(server)).isTrue();
    }

    @Test
    void a_port_that_somebody_took_in_between_is_given_up_for_another() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports = Stream.concat(
                            Stream.of(taken.getLocalPort()), Stream.generate(REAL.ports()::free))
                    .iterator();

            try (EmbeddedPostgres postgres = EmbeddedPostgres.open(lock, with(ports::next))) {
                assertThat(wordKeptIn(postgres)).isEqualTo("kept");
            }
        }
    }

    @Test
    void a_failed_start_shows_what_the_server_said_and_leaves_the_home_usable() throws IOException {
        Path mistake = data.resolve("postgresql.auto.conf");
        String before = Files.readString(mistake);
        Files.writeString(mistake, "no_such_setting = on\n");

        var failure = catchThrowable(() -> EmbeddedPostgres.open(lock));
        Files.writeString(mistake, before);

        assertThat(failure)
                .isInstanceOf(EmbeddedFailure.ServerFailed.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
        EmbeddedPostgres.open(lock).close();
    }

    @Test
    void data_of_another_major_version_is_refused_untouched() throws IOException {
        Path version = data.resolve("PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "9\n");

        var failure = catchThrowable(() -> EmbeddedPostgres.open(lock));
        String afterwards = Files.readString(version);
        Files.writeString(version, ours);

        assertThat(failure)
                .isInstanceOf(EmbeddedFailure.OtherMajorVersion.class)
                .hasMessageContaining("made by PostgreSQL 9")
                .hasMessageContaining("runs PostgreSQL 18")
                .hasMessageContaining("Export it")
                .hasMessageContaining("move that folder away");
        assertThat(afterwards).isEqualTo("9\n");
    }

    @Test
    void the_login_of_the_service_gets_a_new_password_when_the_old_one_was_lost() throws IOException {
        Files.delete(lock.home().path().resolve("postgres/service.password"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(lock)) {
            assertThat(Sql.as(postgres.service(), postgres.jdbcUrl()).ask("select current_user"))
                    .isEqualTo("ai_usage");
        }
    }

    @Test
    void a_lost_password_of_the_owner_is_named_before_anything_starts() throws IOException {
        Path password = lock.home().path().resolve("postgres/superuser.password");
        Path aside = Files.move(password, shared.resolve("aside"));

        var failure = catchThrowable(() -> EmbeddedPostgres.open(lock));
        Files.move(aside, password);

        assertThat(failure).isInstanceOf(EmbeddedFailure.HomeUnusable.class).hasMessageContaining(password.toString());
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_lost_server_is_noticed_and_a_stopped_one_is_not_lost() throws InterruptedException {
        var lost = new CountDownLatch(1);
        EmbeddedPostgres stopped = EmbeddedPostgres.open(lock);
        stopped.whenLost(() -> {
            throw new AssertionError("it was asked to stop");
        });
        stopped.close();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(lock)) {
            postgres.whenLost(lost::countDown);
            server().destroyForcibly();

            assertThat(lost.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private ProcessHandle server() {
        return PostmasterFile.in(data).process().orElseThrow();
    }

    private static int userOf(ProcessHandle process) throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc", Long.toString(process.pid())), "unix:uid");
    }

    private static String wordKeptIn(EmbeddedPostgres postgres) {
        return Sql.as(postgres.superuser(), postgres.jdbcUrl()).ask("select word from kept");
    }

    private static Machine with(ServerAccount.Probe probe) {
        return new Machine(REAL.platform(), REAL.caller(), probe, REAL.launcher(), REAL.ports());
    }

    private static Machine with(ServerStart.Ports ports) {
        return new Machine(REAL.platform(), REAL.caller(), REAL.probe(), REAL.launcher(), ports);
    }

    private static Machine launchedBy(Server.Launcher launcher) {
        return new Machine(REAL.platform(), REAL.caller(), REAL.probe(), launcher, REAL.ports());
    }
}
