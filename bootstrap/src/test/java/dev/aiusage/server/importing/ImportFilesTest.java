package dev.aiusage.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.UnpackedStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportFilesTest {

    @TempDir
    private Path directory;

    @Test
    void a_link_to_a_folder_holds_what_the_folder_holds_under_the_name_that_was_given() throws Exception {
        var deep = Files.createDirectories(directory.resolve("real/deep"));
        Files.writeString(deep.resolve("one.jsonl"), "one");
        Files.writeString(deep.resolve("notes.txt"), "none");
        Files.writeString(directory.resolve("real/two.csv.gz"), "two");
        var link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("real"));

        assertThat(ImportFiles.under(List.of(link)))
                .extracting(ImportFile::path)
                .containsExactly(link.resolve("deep/one.jsonl"), link.resolve("two.csv.gz"));
    }

    @Test
    void what_another_program_writes_into_a_pipe_is_read_to_its_end() throws Exception {
        var pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var file = ImportFiles.under(List.of(pipe)).iterator().next().counted(bytes -> {});

        var writer = new ProcessBuilder("sh", "-c", "echo one > \"$0\"", pipe.toString()).start();
        try (var unpacked = UnpackedStream.of(file.open(), Long.MAX_VALUE)) {
            assertThat(unpacked.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("one\n");
        }
        assertThat(writer.waitFor()).isZero();
    }
}
