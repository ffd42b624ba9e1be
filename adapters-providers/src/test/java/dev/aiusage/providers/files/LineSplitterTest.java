package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private static final int MAX = 50;

    @Test
    void lines_come_out_as_they_went_in_however_the_bytes_arrive() throws IOException {
        var random = new Random(4);
        for (var round = 0; round < 500; round++) {
            var lines = new ArrayList<String>();
            for (var i = random.nextInt(20); i >= 0; i--) {
                lines.add("x".repeat(random.nextInt(3) == 0 ? random.nextInt(3 * MAX) : random.nextInt(10)) + ".");
            }

            assertThat(split(String.join("\n", lines), random)).isEqualTo(expected(lines));
        }
    }

    private static List<String> expected(List<String> lines) {
        var offset = 0;
        var expected = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            var isLast = i == lines.size() - 1;
            offset += lines.get(i).length() + (isLast ? 0 : 1);
            var shown = lines.get(i).length() > MAX ? "too long" : lines.get(i);
            expected.add(shown + " " + offset + (isLast ? " open" : ""));
        }
        return expected;
    }

    private static List<String> split(String text, Random random) throws IOException {
        var splitter = new LineSplitter(slow(text, random), MAX);
        var lines = new ArrayList<String>();
        while (splitter.next()) {
            var shown = splitter.isTooLong() ? "too long" : splitter.line().asText();
            lines.add(shown + " " + splitter.bytes() + (splitter.isTerminated() ? "" : " open"));
        }
        return lines;
    }

    private static InputStream slow(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(40)));
            }
        };
    }
}
