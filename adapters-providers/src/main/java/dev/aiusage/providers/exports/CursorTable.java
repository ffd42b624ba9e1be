package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.time.PlausibleTime;
import java.time.Clock;

/** Usage events as Cursor's dashboard exports them, a row each; with a column for the user where they are a team's. */
final class CursorTable implements Table {

    static final String DATE = "date";
    static final String USER = "user";
    static final String KIND = "kind";
    static final String MODEL = "model";
    static final String CACHE_WRITE = "input (w/ cache write)";
    static final String INPUT = "input (w/o cache write)";
    static final String CACHE_READ = "cache read";
    static final String OUTPUT = "output tokens";
    static final String TOTAL = "total tokens";
    static final String COST = "cost";
    static final String COST_TO_YOU = "cost to you";

    private static final ImportFormat FORMAT = new ImportFormat("cursor_csv");
    private static final int VERSION = 1;

    private final Clock clock;

    CursorTable(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ImportFormat format() {
        return FORMAT;
    }

    @Override
    public IntegrationMethod method() {
        return IntegrationMethod.CSV_EVENTS;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean isKnownBy(Columns columns) {
        return columns.have(DATE, MODEL, CACHE_WRITE, INPUT);
    }

    @Override
    public String needs() {
        return "Date, Model, Input (w/ Cache Write) and Input (w/o Cache Write)";
    }

    @Override
    public Rows open(UsageSink sink) {
        return new CursorRows(sink, new PlausibleTime(clock.instant()));
    }
}
