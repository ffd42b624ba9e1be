package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    Path folder;

    private final Binaries binaries = Binaries.bundledFor(Platform.current());

    @Test
    void what_a_crash_left_half_unpacked_is_replaced_and_then_kept() throws IOException {
        Path half = folder.resolve("binaries-%s-%s.unpacking/bin".formatted(binaries.version(), binaries.platform()));
        Files.createDirectories(half);
        Files.writeString(half.resolve("postgres"), "half");

        Path programs = binaries.unpackedIn(folder);

        assertThat(folder).isDirectoryContaining(programs::equals).isDirectoryNotContaining("glob:**.unpacking");
        assertThat(versionOf(programs.resolve("bin/postgres")))
                .contains("PostgreSQL")
                .contains(binaries.version().substring(0, binaries.version().lastIndexOf('.')));
        Files.writeString(programs.resolve("mark"), "");
        assertThat(binaries.unpackedIn(folder).resolve("mark")).exists();
    }

    @Test
    void programs_of_another_release_are_deleted_and_nothing_else() throws IOException {
        Files.createDirectories(folder.resolve("binaries-17.2.0-linux-x86_64/bin"));
        Files.createDirectories(folder.resolve("data.old"));

        binaries.deleteOthersIn(folder);

        assertThat(folder).isDirectoryNotContaining("glob:**binaries*").isDirectoryContaining("glob:**data.old");
    }

    @Test
    void a_platform_that_the_build_left_out_is_named() {
        Binaries missing = Binaries.bundledFor(new Platform("solaris", "sparc"));

        assertThatThrownBy(() -> missing.unpackedIn(folder))
                .isInstanceOf(EmbeddedFailure.NoBinaries.class)
                .hasMessageContaining("no PostgreSQL for solaris-sparc");
    }

    private static String versionOf(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "-V").start();
        try (var reader = process.inputReader()) {
            return String.valueOf(reader.readLine());
        }
    }
}
