package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    private static final URI ADDRESS = URI.create("http://localhost:3001");

    @TempDir
    Path directory;

    private Home home;

    @BeforeEach
    void make_home() {
        home = Home.at(directory.resolve("home"));
    }

    @Test
    void a_second_lock_is_refused_and_told_who_has_the_first_and_where_it_answers() {
        try (HomeLock lock = home.lock()) {
            lock.publish(ADDRESS);

            var refusal = catchThrowableOfType(EmbeddedFailure.HomeInUse.class, home::lock);

            long self = ProcessHandle.current().pid();
            assertThat(refusal.service().pid()).isEqualTo(self);
            assertThat(refusal.service().url()).contains(ADDRESS);
            assertThat(refusal)
                    .hasMessageContaining("already runs on " + home.path())
                    .hasMessageContaining("(process %s, %s)", self, ADDRESS);
        }
    }

    @Test
    void a_service_that_still_starts_has_no_address() {
        try (HomeLock lock = home.lock()) {
            var refusal = catchThrowableOfType(EmbeddedFailure.HomeInUse.class, lock.home()::lock);

            assertThat(refusal.service().url()).isEmpty();
        }
    }

    @Test
    void a_refused_attempt_does_not_open_the_home_to_other_processes() throws IOException {
        try (HomeLock lock = home.lock()) {
            assertThatThrownBy(lock.home()::lock).isInstanceOf(EmbeddedFailure.HomeInUse.class);

            try (ServiceDouble other = ServiceDouble.on(home.path())) {
                assertThat(other.nextLine())
                        .contains("already runs on")
                        .contains("process " + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void a_closed_lock_is_free_and_leaves_no_address() {
        HomeLock first = home.lock();
        first.publish(ADDRESS);
        first.close();
        first.close();

        assertThat(home.read("service.json")).isEmpty();
        home.lock().close();
    }

    @Test
    void the_address_of_a_dead_service_means_nothing() {
        home.write("service.json", "{\"pid\": 1, \"url\": \"" + ADDRESS + "\"}");

        try (HomeLock lock = home.lock()) {
            var refusal = catchThrowableOfType(EmbeddedFailure.HomeInUse.class, lock.home()::lock);

            assertThat(refusal.service().url()).isEmpty();
            assertThat(refusal.service().pid())
                    .isEqualTo(ProcessHandle.current().pid());
        }
    }
}
