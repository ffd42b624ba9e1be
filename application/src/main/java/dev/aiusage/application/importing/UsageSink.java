package dev.aiusage.application.importing;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;

/** Where a reader puts what it reads. Used by one thread. */
public interface UsageSink {

    /** What is known about the file beside its content. */
    default ImportHints hints() {
        return ImportHints.NONE;
    }

    /** One more row was read, whatever it held. Empty rows are none. */
    void row();

    void event(Tool tool, UsageEvent event);

    /** What a row that only has a date adds to its day. Once the file is read, its days replace those of files before it. */
    default void addToDay(Tool tool, UsageDay part) {
        throw new IllegalStateException("days are taken from imported files only");
    }

    /** A day that stands in one row; in a later row of the file it counts as it stands there. */
    default void wholeDay(Tool tool, UsageDay day) {
        throw new IllegalStateException("days are taken from imported files only");
    }

    /** A row (the first is 1) that can't be what it claims to be. The reason names the field and never quotes content at length. */
    void rejected(long row, String reason);

    /** A row rejected for a time that lies too far ahead: where this machine's clock is behind, it can be read later. */
    default void aheadOfTime(long row, String reason) {
        rejected(row, reason);
    }
}
