package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.domain.pricing.PriceTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndependentCountTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final ClaudeCodeReader reader =
            new ClaudeCodeReader(new PriceTable("none", List.of()), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_plain_count_of_the_same_lines_finds_the_same() throws IOException {
        for (var seed = 0; seed < 300; seed++) {
            var lines = RandomTranscripts.lines(new Random(seed), 6);
            var plain = new PlainCount(lines, NOW);

            var sink = new CollectingSink();
            read(lines, sink);

            assertThat(sink.rejections().keySet())
                    .as("rejected with seed %d", seed)
                    .isEqualTo(plain.rejected());
            assertThat(sink.totals().sums()).as("sums with seed %d", seed).isEqualTo(plain.sums());
            assertThat(sink.rows()).isEqualTo(plain.rows());
        }
    }

    @Test
    void a_cut_at_any_line_and_parts_in_the_wrong_order_change_nothing() throws IOException {
        var lines = RandomTranscripts.lines(new Random(7), 10);
        var whole = new CollectingSink();
        read(lines, whole);

        for (var cut = 0; cut <= lines.size(); cut++) {
            var parts = new CollectingSink();
            read(lines.subList(cut, lines.size()), parts);
            read(lines.subList(0, cut), parts);

            assertThat(parts.events()).isEqualTo(whole.events());
        }
    }

    @Test
    void lines_in_any_order_and_repeated_change_nothing() throws IOException {
        var lines = RandomTranscripts.lines(new Random(8), 30);
        var whole = new CollectingSink();
        read(lines, whole);

        for (var seed = 0; seed < 20; seed++) {
            Collections.shuffle(lines, new Random(seed));
            var shuffled = new CollectingSink();
            read(lines, shuffled);
            read(lines.subList(0, lines.size() / 2), shuffled);

            assertThat(shuffled.events()).isEqualTo(whole.events());
        }
    }

    @Test
    void going_on_from_a_position_reads_each_line_once() throws IOException {
        var lines = RandomTranscripts.lines(new Random(9), 10);
        var bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var whole = new CollectingSink();
        reader.read(new ByteArrayInputStream(bytes), ReadPosition.START, EndOfFile.FINAL, whole);

        var parts = new CollectingSink();
        var position = ReadPosition.START;
        for (var end = 0; end < bytes.length; end += 997) {
            position = readOn(bytes, position, end, EndOfFile.MAY_GROW, parts);
        }
        position = readOn(bytes, position, bytes.length, EndOfFile.FINAL, parts);

        assertThat(position).isEqualTo(new ReadPosition(bytes.length, lines.size()));
        assertThat(parts.events()).isEqualTo(whole.events());
        assertThat(parts.rejections()).isEqualTo(whole.rejections());
    }

    @Test
    void no_broken_bytes_make_the_reader_fail() throws IOException {
        var random = new Random(10);
        var bytes = String.join("\n", RandomTranscripts.lines(random, 40)).getBytes(StandardCharsets.UTF_8);
        for (var round = 0; round < 100; round++) {
            var broken = Arrays.copyOfRange(bytes, random.nextInt(bytes.length / 2), bytes.length);
            for (var i = random.nextInt(200); i >= 0; i--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            var sink = new CollectingSink();

            var position = readOn(broken, ReadPosition.START, broken.length, EndOfFile.FINAL, sink);

            assertThat(position.offset()).isEqualTo(broken.length);
            assertThat(sink.rejections().size()).isLessThan((int) sink.rows());
        }
    }

    private ReadPosition readOn(byte[] bytes, ReadPosition from, int end, EndOfFile mode, CollectingSink sink)
            throws IOException {
        var offset = (int) from.offset();
        return reader.read(new ByteArrayInputStream(bytes, offset, end - offset), from, mode, sink);
    }

    private void read(List<String> lines, CollectingSink sink) throws IOException {
        var bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        reader.read(new ByteArrayInputStream(bytes), ReadPosition.START, EndOfFile.FINAL, sink);
    }
}
