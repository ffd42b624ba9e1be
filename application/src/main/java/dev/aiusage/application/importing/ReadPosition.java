package dev.aiusage.application.importing;

/** A place between two rows of a file: how many bytes (unpacked) and how many rows lie before it. */
public record ReadPosition(long offset, long rows) {

    public static final ReadPosition START = new ReadPosition(0, 0);
}
