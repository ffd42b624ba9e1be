package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests of this module run with 256 MB of heap. */
class BigLogTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int GOOD_BLOCKS = 200;
    private static final int GOOD_LINES_IN_BLOCK = 500;

    @Test
    void a_log_of_hundreds_of_megabytes_with_a_huge_line_needs_little_memory() throws IOException {
        var counts = new Counts();

        var log = log();
        var position = Read.READER.read(log, ReadPosition.START, EndOfFile.FINAL, counts);

        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256L * MEGABYTE);
        assertThat(position.offset()).isGreaterThan(300L * MEGABYTE);
        assertThat(counts.events).isEqualTo((long) GOOD_BLOCKS * GOOD_LINES_IN_BLOCK + 1);
        assertThat(counts.rejected).isEqualTo(GOOD_BLOCKS + 2);
        assertThat(counts.rows).isEqualTo(counts.events + counts.rejected);
        assertThat(position.rows()).isEqualTo(counts.rows + GOOD_BLOCKS);
    }

    /** Good lines with an empty and a broken one in each block; a line of 100 MB, one of 15 MB, one of zeros. */
    private static InputStream log() {
        var block = bytes(good("x".repeat(1_900)).repeat(GOOD_LINES_IN_BLOCK) + "\n{broken\n");
        var huge = bytes("y".repeat(MEGABYTE));
        var large = bytes(good("z".repeat(15 * MEGABYTE)));
        var end = bytes("\n");
        var streams = new ArrayList<InputStream>();
        add(GOOD_BLOCKS / 2, block, streams);
        add(100, huge, streams);
        add(1, end, streams);
        add(1, large, streams);
        add(1, new byte[MEGABYTE], streams);
        add(1, end, streams);
        add(GOOD_BLOCKS / 2, block, streams);
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static void add(int times, byte[] bytes, List<InputStream> streams) {
        for (var i = 0; i < times; i++) {
            streams.add(new ByteArrayInputStream(bytes));
        }
    }

    private static String good(String text) {
        return ("{'type':'assistant','timestamp':'2026-11-20T09:00:00Z','message':{'id':'m','content':"
                        + "[{'type':'text','text':'TEXT'}],'usage':{'input_tokens':1,'output_tokens':2}}}\n")
                .replace('\'', '"')
                .replace("TEXT", text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Counts implements UsageSink {

        private long rows;
        private long events;
        private long rejected;

        @Override
        public void row() {
            rows++;
        }

        @Override
        public void event(Tool tool, UsageEvent event) {
            events++;
        }

        @Override
        public void rejected(long row, String reason) {
            rejected++;
        }
    }
}
