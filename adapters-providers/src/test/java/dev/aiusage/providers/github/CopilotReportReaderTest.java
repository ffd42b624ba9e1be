package dev.aiusage.providers.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.VendorJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CopilotReportReaderTest {

    private static final CopilotReportReader READER =
            new CopilotReportReader(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private static final DateRange YEAR = new DateRange(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-11-24"));
    private static final String ROW = """
            {"day":"2026-04-25","user_id":338097,"user_login":"hubot","user_initiated_interaction_count":24,\
            "code_generation_activity_count":25,"code_acceptance_activity_count":20,"loc_added_sum":435,"loc_deleted_sum":29,\
            "ai_credits_used":12.5}
            """;

    @Test
    void it_is_known_by_the_fields_of_its_rows() {
        assertThat(recognises(ROW)).isTrue();
        assertThat(recognises("\uFEFF[" + ROW + "]")).isTrue();
        assertThat(recognises("{\"day_totals\":[" + ROW + "]}")).isTrue();
        assertThat(recognises("{\"user_initiated_interaction_count\":1}")).isFalse();
        assertThat(recognises("{\"download_links\":[\"https://example.com/x\"],\"report_day\":\"2026-05-07\"}"))
                .isFalse();
    }

    @Test
    void equal_rows_stay_two_in_each_of_the_three_forms() throws Exception {
        for (var file : new String[] {
            ROW + ROW,
            "[" + ROW + "," + ROW + "]",
            "{\"report_start_day\":\"2026-04-01\",\"day_totals\":[" + ROW + "," + ROW + "]}"
        }) {
            var read = new Days(ImportHints.NONE).and(file);

            assertThat(read.rows).isEqualTo(2);
            assertThat(read.requests("2026-04-25")).isEqualTo(88);
        }
    }

    @Test
    void only_the_asked_login_counts() throws Exception {
        var read = new Days(ImportHints.NONE.withAccount("Ada")).and(ROW + ROW.replace("hubot", "ada"));

        assertThat(read.requests("2026-04-25")).isEqualTo(44);
    }

    @Test
    void what_can_not_be_is_rejected_and_the_others_are_read() throws Exception {
        var read = new Days(ImportHints.NONE)
                .and(ROW.replace(":24", ":-1") + ROW.replace("2026", "1970") + ROW.replace("12.5", "-12.5")
                        + ROW.replace("12.5", "1e25") + "{\"day_totals\":7}" + ROW);

        assertThat(read.rejections.values())
                .containsExactly(
                        "user_initiated_interaction_count is no whole number of at least 0.",
                        "day is outside of the times of such tools.",
                        "ai_credits_used is negative.",
                        "ai_credits_used is more than 100000000.",
                        "day_totals is no list.");
        assertThat(read.requests("2026-04-25")).isEqualTo(44);
    }

    @Test
    void a_file_means_what_the_client_of_the_interface_makes_of_it() throws Exception {
        for (var seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var file = new StringBuilder();
            for (var row = 0; row < 50; row++) {
                file.append(ROW.replace("04-25", String.format(Locale.ROOT, "04-%02d", 1 + random.nextInt(28)))
                        .replace("hubot", "user" + random.nextInt(5))
                        .replace(":24", ":" + random.nextInt(1000))
                        .replace("12.5", random.nextInt(100) + "." + random.nextInt(10)));
            }
            var book = new DayBook(YEAR);
            VendorJson.objects(stream(file.toString()), row -> new UserRows("").note(row, YEAR, book));

            assertThat(new Days(ImportHints.NONE).and(file.toString()).book.days())
                    .as("seed " + seed)
                    .isEqualTo(book.days());
        }
    }

    private static boolean recognises(String file) {
        return READER.recognises(file.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Days implements UsageSink {

        private final ImportHints hints;
        private final DayBook book = new DayBook(YEAR);
        private final Map<Long, String> rejections = new TreeMap<>();
        private long rows;

        Days(ImportHints hints) {
            this.hints = hints;
        }

        Days and(String file) throws IOException {
            READER.read(stream(file), ReadPosition.START, EndOfFile.FINAL, this);
            return this;
        }

        long requests(String date) {
            return book.days().stream()
                    .filter(day -> day.date().equals(LocalDate.parse(date)))
                    .mapToLong(day -> day.measures().requests().count().orElse(-1))
                    .sum();
        }

        @Override
        public ImportHints hints() {
            return hints;
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
        public void addToDay(Tool tool, UsageDay day) {
            assertThat(tool).isEqualTo(Tool.GITHUB_COPILOT);
            book.add(day);
        }

        @Override
        public void rejected(long row, String reason) {
            rejections.put(row, reason);
        }
    }
}
