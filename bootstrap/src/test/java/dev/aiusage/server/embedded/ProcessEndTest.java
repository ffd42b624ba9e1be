package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.testing.Patience;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessEndTest {

    @Test
    void a_process_has_ended_although_nobody_takes_note_of_it() throws IOException {
        Process careless = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
        try (var output = careless.inputReader()) {
            ProcessHandle orphan =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(ProcessEnd.isReached(orphan)).isFalse();

            orphan.destroyForcibly();

            assertThat(Waiting.until(() -> ProcessEnd.isReached(orphan), Patience.LONGEST))
                    .isTrue();
            assertThat(orphan.isAlive()).as("to the system").isTrue();
            assertThat(ProcessEnd.isReached(careless.toHandle())).isFalse();
        } finally {
            careless.destroyForcibly();
        }
    }
}
