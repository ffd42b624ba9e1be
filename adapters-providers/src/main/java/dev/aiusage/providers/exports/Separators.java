package dev.aiusage.providers.exports;

import dev.aiusage.providers.calls.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What stands between a table's cells: a comma, or what spreadsheets of other countries write in its place. */
final class Separators {

    private static final List<Character> POSSIBLE = List.of(',', ';', '\t');

    private Separators() {}

    /** The one by which the first row has the columns that are looked for. */
    static Optional<Character> in(byte[] beginning, Predicate<Columns> wanted) {
        return POSSIBLE.stream()
                .filter(separator -> hasColumns(beginning, separator, wanted))
                .findFirst();
    }

    private static boolean hasColumns(byte[] beginning, char separator, Predicate<Columns> wanted) {
        try {
            var text = TextEncoding.reader(new ByteArrayInputStream(beginning));
            var header = new CellRows(text, separator).next();
            return header.isPresent() && wanted.test(Columns.of(header.get(), separator));
        } catch (IOException noTable) {
            return false;
        }
    }
}
