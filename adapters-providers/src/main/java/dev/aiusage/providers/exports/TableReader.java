package dev.aiusage.providers.exports;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.Rest;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.providers.calls.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.List;

/**
 * Reads tables: a row with the names of the columns, and rows numbered by the line they begin on, as an editor numbers them. No row
 * can be read without the first one, so a table is always read from its beginning.
 */
public final class TableReader implements UsageReader {

    private static final int BEGINNING = 1 << 16;

    private final Table table;
    private final Clock clock;

    private TableReader(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** One for each kind of table that is known. */
    public static List<UsageReader> all(Clock clock) {
        return List.of(
                new TableReader(CursorTable.TABLE, clock),
                new TableReader(BillingTable.TABLE, clock),
                new TableReader(UsageTable.TABLE, clock));
    }

    @Override
    public ImportFormat format() {
        return table.format();
    }

    @Override
    public IntegrationMethod method() {
        return table.method();
    }

    @Override
    public int version() {
        return table.version();
    }

    @Override
    public Rest rest() {
        return Rest.NEEDS_BEGINNING;
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return Separators.in(beginning, table::isKnownBy).isPresent();
    }

    @Override
    public ReadPosition read(InputStream bytes, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException {
        var beginning = bytes.readNBytes(BEGINNING);
        var separator = Separators.in(beginning, table::canDoWith)
                .orElseThrow(() -> new RequestRejected.UnrecognisedFormat("The file is no " + format()
                        + ": its first row does not name " + String.join(", ", table.knownBy()) + "."));
        var whole = new SequenceInputStream(new ByteArrayInputStream(beginning), bytes);
        var cells = new CellRows(TextEncoding.reader(whole), separator);
        var columns = Columns.of(cells.next().orElseThrow(), separator);
        var rows = table.meaning().open(sink, new PlausibleTime(clock.instant()));
        var read = 0L;
        for (var next = cells.next(); next.isPresent(); next = cells.next()) {
            read++;
            sink.row();
            try {
                rows.take(Row.of(columns, next.get()));
            } catch (BadCell bad) {
                sink.rejected(next.get().line(), bad.reason());
            }
        }
        return new ReadPosition(from.offset(), read);
    }
}
