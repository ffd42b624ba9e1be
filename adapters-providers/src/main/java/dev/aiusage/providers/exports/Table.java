package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;

/** A kind of table: by which columns it is known, and what its rows mean. */
interface Table {

    ImportFormat format();

    IntegrationMethod method();

    /** Rises when it learns to read more out of the same file. */
    int version();

    /** Whether columns like these are those of no other kind. */
    boolean isKnownBy(Columns columns);

    /** Whether it can be read where somebody says that it is of this kind. */
    default boolean canDoWith(Columns columns) {
        return isKnownBy(columns);
    }

    /** The columns that it needs, for people. */
    String needs();

    /** For the rows of one file. */
    Rows open(UsageSink sink);

    /** Takes row after row. */
    interface Rows {

        /** Hands on what the row holds, or nothing of it. */
        void take(Row row) throws BadCell;
    }
}
