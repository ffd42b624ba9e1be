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
import java.util.Enumeration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tests of this module run with 256 MB of heap. */
class BigChatTest {

    private static final int MESSAGES = 300;

    @Test
    void a_chat_of_hundreds_of_megabytes_in_one_object_needs_little_memory() throws IOException {
        var counts = new Counts();

        var position = LogReading.gemini().reader().read(chat(), ReadPosition.START, EndOfFile.FINAL, counts);

        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256L << 20);
        assertThat(position.offset()).isGreaterThan(300L << 20);
        assertThat(counts.events).isEqualTo(MESSAGES);
        assertThat(counts.rows).isEqualTo(MESSAGES + 2);
    }

    /** Messages of a megabyte each, and one of twenty. */
    private static InputStream chat() {
        var large = "{'content':'" + "i".repeat(20 << 20) + "','type':'user'},";
        var parts = IntStream.range(-2, MESSAGES + 1)
                .mapToObj(number -> switch (number) {
                    case -2 -> "{'sessionId':'s','projectHash':'h','messages':[";
                    case -1 -> large;
                    case MESSAGES -> "{'type':'user'}]}";
                    default ->
                        "{'id':'m-" + number + "','timestamp':'2026-11-20T09:00:00Z','type':'gemini','content':'"
                                + "x".repeat(1 << 20) + "','tokens':{'input':1}},";
                })
                .map(text -> (InputStream)
                        new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }

    private static final class Counts implements UsageSink {

        private long rows;
        private long events;

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
            throw new AssertionError(row + " " + reason);
        }
    }
}
