package dev.aiusage.application.importing;

/** What a last row without an end means. */
public enum EndOfFile {
    /** It is the last row; when it can't be read it is rejected like any other. */
    FINAL,
    /** A tool may still be writing it: it is taken if it can be read, and read again next time either way. */
    MAY_GROW
}
