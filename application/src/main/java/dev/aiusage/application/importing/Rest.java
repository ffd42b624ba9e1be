package dev.aiusage.application.importing;

/** What the rest of a file says without what stands before it. */
public enum Rest {
    /** Rows need no others: a file may be cut between any two, and read from where it was left. */
    STANDS_ALONE,
    /** Rows are told apart, or given their meaning, by earlier ones: a file is always read from its beginning. */
    NEEDS_BEGINNING
}
