package dev.aiusage.application.importing;

/** A row that was not imported (the first is 1), and why. */
public record RowError(long row, String message) {}
