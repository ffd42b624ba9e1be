package dev.aiusage.providers.anthropic;

import java.util.List;

/**
 * A page of a report, read whole.
 *
 * @param next where the next one is, empty if this was the last
 * @param hasExpired whether the vendor does not know this page any more; it has no rows then
 */
record Page(List<ReportRow> rows, String next, boolean hasExpired) {

    static final Page EXPIRED = new Page(List.of(), "", true);

    Page {
        rows = List.copyOf(rows);
    }
}
