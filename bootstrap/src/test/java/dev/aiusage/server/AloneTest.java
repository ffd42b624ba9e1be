package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Program;
import dev.aiusage.testing.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that open the home themselves. */
class AloneTest {

    @TempDir
    private static Path directory;

    private static Program program;
    private static Program.Ended firstMigration;

    @BeforeAll
    static void migrate_a_new_home() throws Exception {
        program = Program.in(directory);
        firstMigration = program.run("migrate");
    }

    @Test
    void migrate_makes_the_database_and_changes_nothing_the_second_time() throws Exception {
        assertThat(firstMigration.status()).as(firstMigration.errors()).isZero();
        assertThat(firstMigration.output()).contains("The database is up to date.");

        assertThat(program.run("migrate").status()).isZero();
    }

    @Test
    void import_takes_files_and_folders_and_the_same_again_changes_nothing() throws Exception {
        var folder = Files.createDirectories(directory.resolve("logs/deep"));
        Files.writeString(
                folder.resolve("one.jsonl"), Transcript.recent("alone-one", 5).text());
        Files.writeString(
                folder.resolveSibling("two.jsonl"),
                Transcript.recent("alone-two", 7).text());

        var first = program.run("import", directory.resolve("logs").toString());
        var second = program.run("import", folder.resolve("one.jsonl").toString());

        assertThat(first.status()).as(first.errors()).isZero();
        assertThat(first.output()).contains("2 files, 12 rows read: 12 imported, 0 skipped");
        assertThat(first.complaints())
                .as("one line a file where no terminal shows a bar")
                .hasSize(2);
        assertThat(second.output()).contains("1 files, 5 rows read: 0 imported, 5 skipped (of them 0 unreadable)");
    }

    @Test
    void an_unrecognised_file_fails_and_the_others_are_imported_all_the_same() throws Exception {
        var stranger = Files.writeString(directory.resolve("stranger.jsonl"), "{\"hello\": \"world\"}\n");
        var known = Files.writeString(
                directory.resolve("known.jsonl"),
                Transcript.recent("beside-a-stranger", 3).text());

        var ended = program.run("import", stranger.toString(), known.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("not imported: " + stranger).contains("3 imported");
        assertThat(ended.errors()).doesNotContain("\tat ");
    }

    @Test
    void what_else_lies_in_a_folder_is_passed_over() throws Exception {
        var folder = Files.createDirectories(directory.resolve("mixed"));
        Files.writeString(folder.resolve("index.json"), "{\"version\": 1}");
        Files.writeString(folder.resolve("empty.jsonl"), "");
        Files.writeString(
                folder.resolve("log.jsonl"),
                Transcript.recent("mixed-folder", 4).text());

        var ended = program.run("import", folder.toString());

        assertThat(ended.status()).as(ended.errors()).isZero();
        assertThat(ended.output()).contains("2 other files are in no format that is known", "1 files, 4 rows read");
    }

    @Test
    void the_program_leaves_no_server_behind() throws Exception {
        program.run("migrate");

        assertThat(home().resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(home().resolve("service.json")).doesNotExist();
    }

    private static Path home() throws IOException {
        return program.home().toRealPath();
    }
}
