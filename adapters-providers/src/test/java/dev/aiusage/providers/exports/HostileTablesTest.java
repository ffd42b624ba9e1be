package dev.aiusage.providers.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileTablesTest {

    private static final String HEADER = "date,tool,requests\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_says_how_to_read(String charset) throws Exception {
        var file = ("\uFEFF" + HEADER + "2026-11-13,cursor,3\r\n").getBytes(charset);

        assertThat(new FileSink(ImportHints.NONE).and(file).total().requests().count())
                .isEqualTo(Count.of(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "date|tool|requests\n2026-11-13|cursor|3\n",
                "2026-11-13,cursor,3\n",
                "\"date,tool,requests\n",
                "date,tool\n",
                "\0\0\0\0",
                "{\"date\": 1}",
                "d\0a\0t\0e\0,\0t\0o\0o\0l\0,\0r\0e\0q\0u\0e\0s\0t\0s\0"
            })
    void what_has_no_such_columns_is_recognised_by_nobody(String file) {
        assertThat(TableReader.all(FileSink.CLOCK))
                .noneMatch(reader -> reader.recognises(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_file_that_is_not_what_it_is_said_to_be_is_refused_with_the_columns_that_are_needed() {
        assertThatExceptionOfType(RequestRejected.UnrecognisedFormat.class)
                .isThrownBy(() -> FileSink.reader("usage_csv")
                        .read(
                                InputStream.nullInputStream(),
                                ReadPosition.START,
                                EndOfFile.FINAL,
                                new FileSink(ImportHints.NONE)))
                .withMessageContaining("date, tool, requests");
    }

    @Test
    void a_row_of_two_million_cells_is_rejected_and_the_next_one_read() throws Exception {
        var read = FileSink.read(HEADER + "2026-11-13,cursor,3" + ",".repeat(2_000_000) + "\n2026-11-14,cursor,4\n");

        assertThat(read.rejections)
                .containsEntry(2L, "has 2000003 cells where the first row has 3")
                .hasSize(1);
        assertThat(read.total().requests().count()).isEqualTo(Count.of(4));
    }

    @Test
    void a_table_of_two_million_columns_is_none() {
        var file = ("date,tool,requests" + ",x".repeat(2_000_000) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(TableReader.all(FileSink.CLOCK)).noneMatch(reader -> reader.recognises(file));
        assertThatExceptionOfType(RequestRejected.UnrecognisedFormat.class)
                .isThrownBy(() -> new FileSink(ImportHints.NONE)
                        .and(FileSink.reader("usage_csv"), new ByteArrayInputStream(file)));
    }

    @Test
    void a_huge_cell_or_an_open_quotation_ends_the_file_with_the_reason() {
        for (var cell : new String[] {"x".repeat(3_000_000), "\"" + "2026-11-13,cursor,3\n".repeat(200_000)}) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> FileSink.read(HEADER + "2026-11-13,cursor,3\n2026-11-13,cursor," + cell))
                    .withMessageContaining("after line 2 a cell is longer");
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> FileSink.read(HEADER + "2026-11-13,cursor,\"3"))
                .withMessageContaining("never closed");
    }

    @Test
    void nul_and_lone_surrogates_are_no_numbers_and_names_without_them() throws Exception {
        var read = FileSink.read("""
                date,tool,requests,model
                2026-11-13,cur\0sor,3,
                2026-11-13,cursor,3\0,
                2026-11-13,cursor,5,m\0m
                """);

        assertThat(read.rejections)
                .containsEntry(2L, "tool is no name like claude_code")
                .containsEntry(3L, "requests is no whole number");
        assertThat(read.days.get(0).breakdowns().get(0).label().text()).isEqualTo("m\uFFFDm");
    }

    @Test
    void what_stops_the_bytes_is_told_as_it_is() {
        var tooLarge = new Rows(10, line -> {
            if (line == 5) {
                throw new RequestRejected.TooLarge(100);
            }
            return "2026-11-13,cursor,1\n";
        });
        assertThatExceptionOfType(RequestRejected.TooLarge.class)
                .isThrownBy(() -> new FileSink(ImportHints.NONE).and(FileSink.reader("usage_csv"), tooLarge));
    }

    @Test
    void millions_of_rows_need_no_more_memory_than_some() throws Exception {
        var counted = new Counting();
        var file = new Rows(
                1_000_000,
                line -> line == 0
                        ? "Date,Model,Input (w/ Cache Write),Input (w/o Cache Write)\n"
                        : "2026-11-13T18:00:00Z,m," + line + ",1\n");

        FileSink.reader("cursor_csv").read(file, ReadPosition.START, EndOfFile.FINAL, counted);

        assertThat(counted.events).isEqualTo(1_000_000 - 1);
    }

    @Test
    void equal_rows_are_counted_until_so_many_others_came() {
        var rows = new EqualRows(10_000);

        assertThat(rows.before(0)).isZero();
        assertThat(rows.before(0)).isEqualTo(1);
        for (var other = 1L; other < 9_000; other++) {
            assertThat(rows.before(other << 32)).isZero();
        }
        assertThat(rows.before(0)).isEqualTo(2);
        for (var other = 9_000L; other < 20_000; other++) {
            assertThat(rows.before(other << 32)).isZero();
        }
        assertThat(rows.before(0)).isZero();
    }

    /** A file that is made while it is read. */
    private static final class Rows extends InputStream {

        private final long count;
        private final LongFunction<String> line;
        private long made;
        private byte[] held = {};
        private int at;

        Rows(long count, LongFunction<String> line) {
            this.count = count;
            this.line = line;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == held.length) {
                if (made == count) {
                    return -1;
                }
                held = (made == 0 && count < 100 ? HEADER : line.apply(made)).getBytes(StandardCharsets.UTF_8);
                made++;
                at = 0;
            }
            var given = Math.min(length, held.length - at);
            System.arraycopy(held, at, target, offset, given);
            at += given;
            return given;
        }
    }

    private static final class Counting implements UsageSink {

        private long events;

        @Override
        public void row() {}

        @Override
        public void event(Tool tool, UsageEvent event) {
            events++;
        }

        @Override
        public void rejected(long row, String reason) {
            throw new AssertionError(row + ": " + reason);
        }
    }
}
