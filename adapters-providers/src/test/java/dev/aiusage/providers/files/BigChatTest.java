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
        var megabyte = bytes("x".repeat(1 << 20));
        var streams = new ArrayList<InputStream>();
        add(streams, bytes("{'sessionId':'s','projectHash':'h','messages':[{'type':'user','content':'"));
        for (var i = 0; i < 20; i++) {
            add(streams, megabyte);
        }
        for (var number = 0; number < MESSAGES; number++) {
            add(streams, bytes("'},{'id':'m-" + number + "','timestamp':'2026-11-20T09:00:00Z','type':'gemini',"));
            add(streams, bytes("'tokens':{'input':1},'content':'"));
            add(streams, megabyte);
        }
        add(streams, bytes("'},{'type':'user'}]}"));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static void add(List<InputStream> streams, byte[] bytes) {
        streams.add(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
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
