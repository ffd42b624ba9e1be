package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeminiIndependentCountTest {

    @Test
    void what_was_requested_is_what_is_read_in_either_form_once_or_twice() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var truth = new Totals();
            var lines = LogReading.gemini();
            var whole = LogReading.gemini();
            var all = LogReading.gemini();
            for (var chat = 0; chat < 4; chat++) {
                var made = new RandomGeminiChat(random, "chat-" + chat, truth);
                lines.text(made.asLines());
                whole.text(made.asWhole());
                all.text(made.asWhole())
                        .text(made.asLines())
                        .text(made.asWhole())
                        .text(made.asLines());
            }

            for (var reading : Arrays.asList(lines, whole, all)) {
                assertThat(reading.sink().totals().sums()).as("seed %d", seed).isEqualTo(truth.sums());
                assertThat(reading.sink().rejections()).isEmpty();
            }
        }
    }

    @Test
    void a_chat_that_grows_counts_as_it_would_at_once_and_each_row_once() {
        for (var seed = 0; seed < 50; seed++) {
            var chat = new RandomGeminiChat(new Random(seed), "chat", new Totals());
            for (var text : Arrays.asList(chat.asLines(), chat.asWhole())) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                var whole = LogReading.gemini().bytes(bytes).sink();
                var grown = LogReading.gemini();
                var position = ReadPosition.START;
                for (var length = text.indexOf('\n') + 1; length < bytes.length; length += 211) {
                    var end = text.startsWith("{\"sessionId") ? text.lastIndexOf('\n', length) + 1 : length;
                    position = grown.to(bytes, end, position, EndOfFile.MAY_GROW);
                }
                grown.to(bytes, bytes.length, position, EndOfFile.FINAL);

                assertThat(grown.sink().totals().sums())
                        .isEqualTo(whole.totals().sums());
                assertThat(grown.sink().rejections()).isEmpty();
            }
        }
    }

    @Test
    void no_broken_bytes_make_the_reader_fail() {
        var random = new Random(12);
        for (var round = 0; round < 200; round++) {
            var chat = new RandomGeminiChat(random, "chat", new Totals());
            var bytes = (random.nextBoolean() ? chat.asLines() : chat.asWhole()).getBytes(StandardCharsets.UTF_8);
            for (var i = random.nextInt(20); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            var sink = LogReading.gemini().bytes(bytes).sink();

            assertThat(sink.rejections().size()).isLessThanOrEqualTo((int) sink.rows());
        }
    }
}
