package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    Path folder;

    @Test
    void it_holds_this_start_and_the_last_one_only() throws IOException {
        for (String start : new String[] {"first", "second", "third"}) {
            Files.writeString(ServerLog.begin(folder).file(), start);
        }

        assertThat(folder.resolve("log")).hasContent("third");
        assertThat(folder.resolve("log.old")).hasContent("second");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("log", "log.old");
    }

    @Test
    void its_tail_is_what_a_person_can_read_at_a_glance() throws IOException {
        ServerLog log = ServerLog.begin(folder);
        assertThat(log.tail()).isEmpty();

        Files.writeString(
                log.file(),
                IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining("\n")));

        assertThat(log.tail()).startsWith("89").endsWith("100").hasLineCount(12);
    }
}
