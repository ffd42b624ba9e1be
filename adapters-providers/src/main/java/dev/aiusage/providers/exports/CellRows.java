package dev.aiusage.providers.exports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.aiusage.application.RequestRejected;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts text into rows and cells; of a row that is too wide or too long no more is held than any honest one has. */
final class CellRows {

    static final int MAX_CELLS = 1_000;
    static final int MAX_ROW = 1 << 18;
    static final int MAX_CELL = 1 << 18;

    private final Iterator<CellRow> rows;
    private long reached = 1;

    CellRows(Reader text, char separator) {
        this.rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_CELL)
                .build(new Gathering(), text)
                .iterator();
    }

    /**
     * The next row that is not blank.
     *
     * @throws IOException if the text can't be read on, or can't be cut into rows any more
     */
    Optional<CellRow> next() throws IOException {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                reached = row.line();
                if (!row.isHeldWhole() || !row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (CsvParseException broken) {
            throw reason(broken);
        }
    }

    private IOException reason(CsvParseException broken) {
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestRejected rejected) {
                throw rejected;
            }
            if (cause instanceof IOException unreadable && !isOfParser(unreadable)) {
                return unreadable;
            }
        }
        return new IOException("after line " + reached + " a cell is longer than " + MAX_CELL
                + " characters, or a quotation mark is never closed.");
    }

    private static boolean isOfParser(IOException thrown) {
        var trace = thrown.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("de.siegmar.fastcsv");
    }

    private static final class Gathering extends AbstractBaseCsvCallbackHandler<CellRow> {

        private final List<String> cells = new ArrayList<>();
        private int size;
        private int characters;

        @Override
        protected void handleBegin(long line) {
            cells.clear();
            size = 0;
            characters = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean isQuoted) {
            size++;
            characters = Math.min(MAX_ROW + 1, characters + length);
            if (size <= MAX_CELLS && characters <= MAX_ROW) {
                cells.add(new String(buffer, offset, length));
            }
        }

        @Override
        protected @Nullable CellRow buildRecord() {
            return new CellRow(getStartingLineNumber(), List.copyOf(cells), size);
        }
    }
}
