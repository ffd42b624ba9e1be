package dev.aiusage.providers.anthropic;

import java.util.List;

/**
 * A page of a report, read whole.
 *
 * @param next where the next one is, empty if this was the last
 * @param state any but {@link State#READ} has no rows
 */
record Page(List<ReportRow> rows, String next, State state) {

    enum State {
        READ,
        /** The vendor does not know this page any more. */
        EXPIRED,
        /** The vendor does not have the day yet. */
        NOT_BUILT
    }

    Page {
        rows = List.copyOf(rows);
    }

    static Page without(State state) {
        return new Page(List.of(), "", state);
    }
}
