package dev.aiusage.providers.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CopilotMetricsReaderTest {

    private static final CopilotMetricsReader READER =
            new CopilotMetricsReader(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private static final String DAY = """
            {"date":"2024-06-24","copilot_dotcom_chat":{"models":[{"name":"default","total_chats":38}]}}
            """;

    @Test
    void both_interfaces_are_recognised_and_other_json_is_not() {
        assertThat(recognises("[" + DAY + "]")).isTrue();
        assertThat(recognises("\uFEFF\n" + DAY)).isTrue();
        assertThat(recognises("[{\"day\":\"2023-10-15\",\"total_suggestions_count\":1000}]"))
                .isTrue();
        assertThat(recognises("[{\"date\":\"2024-06-24\"}]")).isFalse();
        assertThat(recognises("date,\"copilot_ide_chat\"")).isFalse();
        assertThat(recognises("")).isFalse();
    }

    @Test
    void a_day_that_comes_again_counts_as_it_came_last() throws Exception {
        var read = read("[" + DAY + "]" + DAY.replace("38", "40"));

        assertThat(read.rows).isEqualTo(2);
        assertThat(read.requests("2024-06-24")).isEqualTo(40);
    }

    @Test
    void a_day_that_can_not_be_is_rejected_and_the_others_are_read() throws Exception {
        var read = read("[" + DAY.replace("38", "-1") + "," + DAY.replace("2024", "1970") + ","
                + DAY.replace("24\"", "soon\"") + "," + DAY + "]");

        assertThat(read.rejections)
                .containsEntry(1L, "copilot_dotcom_chat.models[].total_chats is no whole number of at least 0.")
                .containsEntry(2L, "date is outside of the times of such tools.")
                .containsOnlyKeys(1L, 2L, 3L);
        assertThat(read.requests("2024-06-24")).isEqualTo(38);
    }

    @Test
    void what_is_no_day_is_rejected_and_what_is_no_json_or_nested_too_deeply_is_refused_with_the_reason()
            throws Exception {
        assertThat(read("[" + DAY + ",7]").rejections).containsExactly(Map.entry(2L, "is no object"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read("[" + DAY + ",{\"a\":" + "[".repeat(100_000)))
                .withMessageStartingWith("after row 1 something is nested deeper");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read("[" + DAY))
                .withMessageStartingWith("after row 1 it is no JSON any more (line ");
        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> read("[" + DAY + ",{\"a\":[" + "7,".repeat(2 << 20) + "7]}]"))
                .withMessageContaining("After row 1");
    }

    private static boolean recognises(String file) {
        return READER.recognises(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Days read(String file) throws IOException {
        var days = new Days();
        var bytes = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        READER.read(bytes, ReadPosition.START, EndOfFile.FINAL, days);
        return days;
    }

    private static final class Days implements UsageSink {

        private final Map<LocalDate, UsageDay> days = new TreeMap<>();
        private final Map<Long, String> rejections = new TreeMap<>();
        private long rows;

        long requests(String date) {
            var day = days.get(LocalDate.parse(date));
            return day == null ? -1 : day.measures().requests().count().orElse(-1);
        }

        @Override
        public void row() {
            rows++;
        }

        @Override
        public void event(Tool tool, UsageEvent event) {
            throw new AssertionError("no events here");
        }

        @Override
        public void wholeDay(Tool tool, UsageDay day) {
            assertThat(tool).isEqualTo(Tool.GITHUB_COPILOT);
            days.put(day.date(), day);
        }

        @Override
        public void rejected(long row, String reason) {
            rejections.put(row, reason);
        }
    }
}
