package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.domain.integration.IntegrationMethod;
import java.util.List;

/** Usage events as Cursor's dashboard exports them, a row each; with a column for the user where they are a team's. */
final class CursorTable {

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

    private static final List<String> KNOWN_BY = List.of(DATE, MODEL, CACHE_WRITE, INPUT);

    static final Table TABLE = new Table(
            new ImportFormat("cursor_csv"), IntegrationMethod.CSV_EVENTS, 1, KNOWN_BY, KNOWN_BY, CursorRows::new);

    private CursorTable() {}
}
