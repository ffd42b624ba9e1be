package dev.aiusage.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinePartsTest {

    @Test
    void every_part_ends_with_a_line() throws IOException {
        assertThat(parts("one\ntwo\nthree\nfour", 5)).containsExactly("one\ntwo\n", "three\n", "four");
    }

    @Test
    void a_line_longer_than_a_part_stays_whole() throws IOException {
        assertThat(parts("a\n" + "x".repeat(50) + "\nb\n", 5)).containsExactly("a\n" + "x".repeat(50) + "\n", "b\n");
    }

    @Test
    void a_table_and_a_list_stay_whole_as_their_rows_need_each_other() throws IOException {
        for (var text : List.of("date,tool\n1,2\n3,4\n", "[\n{\"a\":1},\n{\"a\":2}\n]\n")) {
            var parts = LineParts.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 5);

            assertThat(new String(parts.next().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text);
            assertThat(parts.hasNext()).isFalse();
        }
        var lines = LineParts.of(new ByteArrayInputStream("{}\n{}\n{}\n".getBytes(StandardCharsets.UTF_8)), 3);
        assertThat(lines.next().readAllBytes()).hasSize(3);
    }

    @Test
    void an_empty_file_is_one_empty_part() throws IOException {
        var parts = new LineParts(new ByteArrayInputStream(new byte[0]), 5);

        assertThat(parts.next().readAllBytes()).isEmpty();
        assertThat(parts.hasNext()).isFalse();
    }

    @Test
    void nothing_is_lost_and_lines_are_counted_wherever_the_cuts_fall() throws IOException {
        var random = new Random(7);
        for (var run = 0; run < 200; run++) {
            var text = new StringBuilder();
            for (var line = random.nextInt(30); line > 0; line--) {
                text.append("x".repeat(random.nextInt(20))).append('\n');
            }
            var parts = new LineParts(
                    new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), 1 + random.nextInt(40));
            var whole = new StringBuilder();
            do {
                whole.append(new String(parts.next().readAllBytes(), StandardCharsets.UTF_8));
            } while (parts.hasNext());

            assertThat(whole).hasToString(text.toString());
            assertThat(parts.lines())
                    .isEqualTo(text.chars().filter(one -> one == '\n').count());
        }
    }

    private static List<String> parts(String text, long bytes) throws IOException {
        var parts = new LineParts(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), bytes);
        var all = new ArrayList<String>();
        while (parts.hasNext()) {
            all.add(new String(parts.next().readAllBytes(), StandardCharsets.UTF_8));
        }
        return all;
    }
}
