package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.aiusage.application.scanning.LogFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeCodeLogsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path home;

    @Test
    void transcripts_are_found_in_all_known_places_the_oldest_first() throws IOException {
        write(".claude/projects/-w-shop/a.jsonl", 3);
        write(".claude/projects/-w-shop/s/subagents/agent-1.jsonl", 1);
        write("xdg/claude/projects/-w-shop/b.jsonl", 2);
        write("one/projects/c.jsonl", 5);
        write("two/projects/d.jsonl.gz", 4);
        var environment = Map.of(
                "XDG_CONFIG_HOME",
                home.resolve("xdg").toString(),
                "CLAUDE_CONFIG_DIR",
                home.resolve("one") + ", ," + home.resolve("two") + ",\0," + home.resolve("none"));

        assertThat(names(environment))
                .containsExactly(
                        "-w-shop/s/subagents/agent-1.jsonl",
                        "-w-shop/b.jsonl",
                        "-w-shop/a.jsonl",
                        "d.jsonl.gz",
                        "c.jsonl");
    }

    /** For whom no folder is closed, as for root, one that leads into itself is. */
    @Test
    void a_folder_that_can_not_be_entered_is_found_and_can_not_be_read() throws IOException {
        write(".claude/projects/p/a.jsonl", 1);
        var circle = Files.createDirectories(home.resolve(".config/claude")).resolve("projects");
        Files.createSymbolicLink(circle, circle);

        var found = logs(Map.of());

        assertThat(found).extracting(LogFile::name).containsExactly("p/a.jsonl", "claude/projects");
        assertThatIOException().isThrownBy(() -> found.get(1).openAt(0)).withMessageContaining("symbolic links");
    }

    @Test
    void the_usual_configuration_directory_is_looked_at_without_a_variable() throws IOException {
        write(".config/claude/projects/p/a.jsonl", 1);

        assertThat(names(Map.of())).containsExactly("p/a.jsonl");
    }

    @Test
    void what_is_no_transcript_is_left() throws IOException {
        write(".claude/projects/p/s/subagents/journal.jsonl", 1);
        write(".claude/projects/p/notes.md", 1);
        write(".claude/projects/p/session.json", 1);
        Files.createDirectories(home.resolve(".claude/projects/p/folder.jsonl"));

        assertThat(names(Map.of())).isEmpty();
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(names(Map.of())).isEmpty();
    }

    @Test
    void links_are_followed_and_their_circles_end() throws IOException {
        write("dotfiles/projects/p/a.jsonl", 1);
        Files.createDirectories(home.resolve(".claude"));
        Files.createSymbolicLink(home.resolve(".claude/projects"), home.resolve("dotfiles/projects"));
        Files.createSymbolicLink(home.resolve("dotfiles/projects/p/up"), home.resolve("dotfiles"));
        Files.createSymbolicLink(home.resolve("dotfiles/projects/p/self"), home.resolve("dotfiles/projects/p/self"));
        Files.createSymbolicLink(home.resolve("dotfiles/projects/gone.jsonl"), home.resolve("nowhere"));
        Files.createSymbolicLink(
                home.resolve("dotfiles/projects/b.jsonl"), home.resolve("dotfiles/projects/p/a.jsonl"));
        var twice = Map.of("CLAUDE_CONFIG_DIR", home.resolve("dotfiles").toString());

        assertThat(logs(twice)).hasSize(1);
    }

    @Test
    void a_file_has_its_size_and_an_identity_that_stays() throws IOException {
        var path = write(".claude/projects/p/a.jsonl", 1);
        var before = logs(Map.of()).get(0);
        Files.writeString(path, "more");
        var after = logs(Map.of()).get(0);
        var elsewhere =
                new ClaudeCodeLogs(Read.READER, "other", Map.of(), home).find().get(0);

        assertThat(before.size()).isEqualTo(10);
        assertThat(before.modifiedAt()).isEqualTo(LONG_AGO.plusSeconds(1));
        assertThat(before.reader()).isSameAs(Read.READER);
        assertThat(after.size()).isEqualTo(4);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(elsewhere.id()).isNotEqualTo(before.id());
    }

    @Test
    void a_file_is_opened_at_any_offset_packed_or_not() throws IOException {
        write(".claude/projects/a.jsonl", 1);
        write(".claude/projects/b.jsonl.gz", 2);

        for (var file : logs(Map.of())) {
            assertThat(textAt(0, file)).isEqualTo("0123456789");
            assertThat(textAt(7, file)).isEqualTo("789");
            assertThat(textAt(10, file)).isEmpty();
            assertThat(textAt(1_000, file)).isEmpty();
        }
    }

    private static String textAt(long offset, LogFile file) throws IOException {
        try (var bytes = file.openAt(offset)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> names(Map<String, String> environment) {
        return logs(environment).stream().map(LogFile::name).toList();
    }

    private List<LogFile> logs(Map<String, String> environment) {
        return new ClaudeCodeLogs(Read.READER, "machine", environment, home).find();
    }

    private Path write(String name, int age) throws IOException {
        var path = home.resolve(name);
        Files.createDirectories(path.getParent());
        try (var out = packed(name, Files.newOutputStream(path))) {
            out.write("0123456789".getBytes(StandardCharsets.UTF_8));
        }
        return Files.setLastModifiedTime(path, FileTime.from(LONG_AGO.plusSeconds(age)));
    }

    private static OutputStream packed(String name, OutputStream out) throws IOException {
        return name.endsWith(".gz") ? new GZIPOutputStream(out) : out;
    }
}
