package dev.aiusage.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code import} answers to those who ask wrongly, or for nothing. */
final class WrongImportsTest {

    @TempDir
    private Path folder;

    @Test
    void an_account_that_none_can_be_is_told_in_one_line() throws Exception {
        assertThat(complaintWith(2, "import", "--account", "x".repeat(201), folder.toString()))
                .contains("--account", "200 characters");
    }

    @Test
    void a_format_that_nobody_knows_is_refused_before_anything_is_opened() throws Exception {
        Files.writeString(folder.resolve("days.csv"), "date,tool,requests\n");
        var home = folder.resolve("home");

        assertThat(complaintWith(
                        2, "import", "--ai-usage-home", home.toString(), "--format", "nope", folder.toString()))
                .contains("--format must be one of auto, ", "usage_csv");
        assertThat(home).doesNotExist();
    }

    @Test
    void folders_without_any_file_of_usage_fail_in_one_line() throws Exception {
        var empty = Files.createDirectory(folder.resolve("empty"));
        var other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "nothing");

        assertThat(complaintWith(1, "import", empty.toString(), other.toString()))
                .contains(empty.toString(), other.toString(), ".jsonl");
    }

    private String complaintWith(int status, String... arguments) throws Exception {
        var ended = Program.in(folder.resolve("machine")).run(arguments);

        assertThat(ended.status()).as(ended.errors()).isEqualTo(status);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.complaints()).hasSize(1);
        return ended.complaints().get(0);
    }
}
