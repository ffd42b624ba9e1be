package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.time.PlausibleTime;
import java.util.List;

/**
 * A kind of table: by which columns it is known, and what its rows mean.
 *
 * @param version rises when it learns to read more out of the same file
 * @param knownBy columns that no other kind has together
 * @param needed columns without which it can't be read where somebody says that it is of this kind
 */
record Table(
        ImportFormat format,
        IntegrationMethod method,
        int version,
        List<String> knownBy,
        List<String> needed,
        Meaning meaning) {

    Table {
        knownBy = List.copyOf(knownBy);
        needed = List.copyOf(needed);
    }

    boolean isKnownBy(Columns columns) {
        return columns.haveAll(knownBy);
    }

    boolean canDoWith(Columns columns) {
        return columns.haveAll(needed);
    }

    /** What the rows of one file mean. */
    interface Meaning {
        Rows open(UsageSink sink, PlausibleTime plausible);
    }

    /** Takes row after row. */
    interface Rows {

        /** Hands on what the row holds, or nothing of it. */
        void take(Row row) throws BadCell;
    }
}
