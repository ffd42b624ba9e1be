package dev.aiusage.imports;

import dev.aiusage.imports.SampleFile.Row;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What may be wrong with a file: two good rows with something bad between them, or something bad about the whole. */
record HostileFile(String name, Kind kind, Function<SampleFile, Supplier<InputStream>> opened) {

    enum Kind {
        /** Odd, but nothing is wrong with it: it counts like any other row. */
        HARMLESS,
        /** Either the row is rejected, or the whole file is refused. */
        BAD
    }

    static List<HostileFile> all() {
        var files = new ArrayList<HostileFile>();
        for (var number : List.of("-1", "1e308", "12345678901234567890", "NaN")) {
            files.add(badRow("the number " + number, row -> new Row(row.id(), row.date(), number, row.name(), "")));
        }
        for (var date : List.of("1970-01-01", "2999-01-01", "2026-13-45", "soon", "")) {
            files.add(badRow("the date " + date, row -> new Row(row.id(), date, row.number(), row.name(), "")));
        }
        files.add(row("a name like a formula", Kind.HARMLESS, row -> named(row, "=1+cmd|' /C calc'!A0")));
        files.add(whole("a mark of UTF-8", Kind.HARMLESS, text -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_8)));
        files.add(whole("UTF-16LE", Kind.HARMLESS, text -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_16LE)));
        files.add(whole("UTF-16BE", Kind.HARMLESS, text -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_16BE)));
        files.add(whole("UTF-16 without a mark", Kind.BAD, text -> text.getBytes(StandardCharsets.UTF_16LE)));
        files.add(whole("other delimiters", Kind.BAD, text -> utf8(text.replace(',', '|'))));
        files.add(whole("nothing", Kind.BAD, text -> utf8("")));
        files.add(whole("NUL bytes only", Kind.BAD, text -> new byte[100_000]));
        files.add(whole("its second half only", Kind.BAD, text -> utf8(text.substring(text.length() / 2 + 3))));
        files.add(whole(
                "broken packing", Kind.BAD, text -> new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7}));
        files.add(row("NUL in a name", Kind.HARMLESS, row -> named(row, "a\0b")));
        return List.copyOf(files);
    }

    /** Those that would take much memory if it were not for limits. */
    static List<HostileFile> heavy() {
        return List.of(
                huge(
                        "two million columns",
                        Kind.HARMLESS,
                        row -> more(row, MadeStream.mark()),
                        sample -> sample.isTable() ? repeated(2_000_000, ",x") : numbered(2_000_000)),
                huge(
                        "nested 100,000 levels deep",
                        Kind.BAD,
                        row -> more(row, MadeStream.mark()),
                        sample -> sample.isTable() ? repeated(100_000, "[", ",") : repeated(100_001, "[", ",\"x\":")),
                huge(
                        "a name of 30 million characters",
                        Kind.HARMLESS,
                        row -> named(row, MadeStream.mark()),
                        sample -> repeated(30 << 10, "x".repeat(1 << 10))),
                huge(
                        "a row that never ends",
                        Kind.BAD,
                        row -> new Row(row.id(), row.date(), MadeStream.mark(), row.name(), ""),
                        sample -> repeated(300 << 10, "7".repeat(1 << 10))),
                huge(
                        "very many short rows that are none",
                        Kind.BAD,
                        row -> new Row(row.id(), MadeStream.mark(), row.number(), row.name(), ""),
                        sample -> repeated(1 << 18, "x\n")));
    }

    private static HostileFile huge(
            String name, Kind kind, UnaryOperator<Row> change, Function<SampleFile, MadeStream> made) {
        return new HostileFile(name, kind, sample -> {
            var text = sample.of(Row.good(1), change.apply(Row.good(2)), Row.good(3));
            return text.contains(MadeStream.mark())
                    ? () -> made.apply(sample).in(text)
                    : () -> new ByteArrayInputStream(utf8(text));
        });
    }

    private static MadeStream repeated(int times, String text) {
        return repeated(times, text, text);
    }

    private static MadeStream repeated(int times, String text, String first) {
        var bytes = utf8(text);
        return new MadeStream(times, piece -> piece == 0 ? utf8(first) : bytes);
    }

    private static MadeStream numbered(int times) {
        return new MadeStream(times, piece -> utf8(",\"c" + piece + "\":1"));
    }

    private static HostileFile badRow(String name, UnaryOperator<Row> change) {
        return row(name, Kind.BAD, change);
    }

    private static HostileFile row(String name, Kind kind, UnaryOperator<Row> change) {
        return new HostileFile(name, kind, sample -> {
            var bytes = utf8(sample.of(Row.good(1), change.apply(Row.good(2)), Row.good(3)));
            return () -> new ByteArrayInputStream(bytes);
        });
    }

    private static HostileFile whole(String name, Kind kind, Function<String, byte[]> change) {
        return new HostileFile(name, kind, sample -> {
            var bytes = change.apply(sample.of(Row.good(1), Row.good(2), Row.good(3)));
            return () -> new ByteArrayInputStream(bytes);
        });
    }

    private static Row named(Row row, String name) {
        return new Row(row.id(), row.date(), row.number(), name, row.more());
    }

    private static Row more(Row row, String more) {
        return new Row(row.id(), row.date(), row.number(), row.name(), more);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
