package dev.aiusage.persistence.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.persistence.encryption.UnusableEncryptionKeys.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalKeyFileTest {

    @TempDir
    Path directory;

    @Test
    void the_key_is_made_once_and_found_again() throws IOException {
        var text = Files.readString(LocalKeyFile.in(home()));

        assertThat(text).matches("local-[0-9a-f]{8}:[A-Za-z0-9+/]{43}=\n");
        assertThat(Files.readString(LocalKeyFile.in(home()))).isEqualTo(text);
        assertThat(filesOf(home())).containsExactly("encryption-keys");
    }

    @Test
    void another_home_gets_another_key() throws IOException {
        assertThat(Files.readString(LocalKeyFile.in(home())))
                .isNotEqualTo(Files.readString(LocalKeyFile.in(directory.resolve("other"))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_the_owner_may_look() throws IOException {
        var file = LocalKeyFile.in(home());

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(home())).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----", "rwxrwxrwx"})
    void a_file_that_others_may_open_is_refused(String mode) throws IOException {
        var file = LocalKeyFile.in(home());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        var failure = catchThrowableOfType(UnusableEncryptionKeys.class, () -> LocalKeyFile.in(home()));

        assertThat(failure.fault()).isEqualTo(Fault.OPEN_TO_OTHERS);
        assertThat(failure).hasMessage(file + ": other users may read or change it; close it with: chmod 600 " + file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_stricter_mode_is_fine() throws IOException {
        var file = LocalKeyFile.in(home());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(LocalKeyFile.in(home())).isEqualTo(file);
    }

    @Test
    void a_home_that_is_a_file_is_told_in_one_line() throws IOException {
        Files.writeString(home(), "");

        var failure = catchThrowableOfType(UnusableEncryptionKeys.class, () -> LocalKeyFile.in(home()));

        assertThat(failure.fault()).isEqualTo(Fault.UNREADABLE_FILE);
        assertThat(failure).hasMessageStartingWith(home().resolve("encryption-keys") + ": can't be made or read: ");
    }

    @Test
    void of_many_at_once_one_makes_the_key_and_all_use_it() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var round = 0; round < 20; round++) {
                var home = directory.resolve("home" + round);
                var barrier = new CyclicBarrier(8);
                List<Callable<String>> work = new ArrayList<>();
                for (var number = 0; number < 8; number++) {
                    work.add(() -> {
                        barrier.await();
                        return Files.readString(LocalKeyFile.in(home));
                    });
                }
                var seen = new HashSet<String>();
                for (var done : threads.invokeAll(work)) {
                    seen.add(done.get());
                }
                assertThat(seen).hasSize(1);
                assertThat(filesOf(home)).containsExactly("encryption-keys");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Path home() {
        return directory.resolve("home");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> filesOf(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
