package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodexIndependentCountTest {

    @Test
    void what_was_requested_is_what_is_read_in_any_order_of_files_and_copies() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var sessions = new RandomCodexSessions(random, 4);
            var files = new ArrayList<>(sessions.files());
            files.addAll(sessions.files().subList(0, 2));
            Collections.shuffle(files, random);

            var reading = LogReading.codex();
            files.forEach(file -> reading.text(file.text()));

            assertThat(reading.sink().totals().sums())
                    .as("sums with seed %d", seed)
                    .isEqualTo(sessions.truth().sums());
        }
    }

    @Test
    void every_broken_line_and_no_other_is_rejected() {
        for (var seed = 0; seed < 50; seed++) {
            for (var file : new RandomCodexSessions(new Random(seed), 3).files()) {
                assertThat(LogReading.codex()
                                .text(file.text())
                                .sink()
                                .rejections()
                                .keySet())
                        .isEqualTo(file.broken());
            }
        }
    }

    @Test
    void files_that_grow_count_as_they_would_at_once_and_each_row_once() {
        for (var seed = 0; seed < 30; seed++) {
            for (var file : new RandomCodexSessions(new Random(seed), 2).files()) {
                var bytes = file.text().getBytes(StandardCharsets.UTF_8);
                var whole = LogReading.codex().bytes(bytes).sink();
                var grown = LogReading.codex();
                var position = ReadPosition.START;
                for (var line = 1; line <= file.lines().size(); line += 3) {
                    var length =
                            String.join("\n", file.lines().subList(0, line)).length() + 1;
                    position = grown.to(bytes, Math.min(length, bytes.length), position, EndOfFile.MAY_GROW);
                }
                position = grown.to(bytes, bytes.length, position, EndOfFile.FINAL);

                assertThat(position)
                        .isEqualTo(new ReadPosition(bytes.length, file.lines().size()));
                assertThat(grown.sink().events()).isEqualTo(whole.events());
                assertThat(grown.sink().rejections()).isEqualTo(whole.rejections());
                assertThat(grown.sink().rows()).isEqualTo(whole.rows());
            }
        }
    }

    @Test
    void no_broken_bytes_make_the_reader_fail() {
        var random = new Random(11);
        var text = new RandomCodexSessions(random, 6).files().get(0).text();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (var round = 0; round < 100; round++) {
            var broken = Arrays.copyOf(bytes, bytes.length);
            for (var i = random.nextInt(50); i >= 0; i--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            var reading = LogReading.codex();

            assertThat(reading.to(broken, broken.length, ReadPosition.START, EndOfFile.FINAL)
                            .offset())
                    .isEqualTo(broken.length);
            assertThat(reading.sink().rejections().size())
                    .isLessThanOrEqualTo((int) reading.sink().rows());
        }
    }
}
