package dev.aiusage.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

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
}
