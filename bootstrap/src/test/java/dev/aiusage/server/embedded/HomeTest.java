package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path directory;

    @Test
    void a_missing_home_is_made_for_its_owner_alone() throws IOException {
        Home home = Home.at(directory.resolve("below/home"));

        assertThat(permissions(home.path())).isEqualTo("rwx------");
    }

    @Test
    void a_written_file_is_for_the_owner_alone_and_is_read_again() throws IOException {
        Home home = Home.at(directory.resolve("home"));

        home.write("key", "first");
        home.write("key", "second");

        assertThat(home.read("key")).contains("second");
        assertThat(permissions(home.path().resolve("key"))).isEqualTo("rw-------");
        assertThat(home.path()).isDirectoryNotContaining("glob:**.new");
        assertThat(home.read("other")).isEmpty();
    }

    @Test
    void an_empty_directory_that_others_can_enter_is_closed() throws IOException {
        Path open = Files.createDirectory(directory.resolve("volume"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        Home.at(open);

        assertThat(permissions(open)).isEqualTo("rwx------");
    }

    @Test
    void an_open_directory_full_of_other_things_is_refused_and_left_as_it_is() throws IOException {
        Path open = Files.createDirectory(directory.resolve("tmp"));
        Files.writeString(open.resolve("letter"), "not ours");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> Home.at(open))
                .isInstanceOf(EmbeddedFailure.HomeUnusable.class)
                .hasMessageContaining(open.toString())
                .hasMessageContaining("open to other users");
        assertThat(permissions(open)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_file_in_its_place_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> Home.at(file))
                .isInstanceOf(EmbeddedFailure.HomeUnusable.class)
                .hasMessage("Cannot use %s: it is not a directory.", file);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
