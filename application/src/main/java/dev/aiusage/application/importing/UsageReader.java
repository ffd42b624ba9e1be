package dev.aiusage.application.importing;

import dev.aiusage.domain.integration.IntegrationMethod;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads one format. A reader is stateless and safe for several threads, reads a file as a stream (whatever its size), and never
 * fails on what a row holds: such a row is rejected by its number and with a reason.
 */
public interface UsageReader {

    ImportFormat format();

    /** By which method what it reads arrives. */
    IntegrationMethod method();

    /** Rises when the reader learns to read more out of the same file, so that files read before are read again. */
    int version();

    /** Whether a file can be read in parts, each by itself. */
    default Rest rest() {
        return Rest.STANDS_ALONE;
    }

    /** Whether a file that begins like this (at most 64 KB, unpacked) is of this format. */
    boolean recognises(byte[] beginning);

    /**
     * Reads rows from a position to the end and hands what they hold to the sink. What stands before it was handed on already:
     * where it must be read again, no row of it is counted or rejected a second time.
     *
     * @param rows the unpacked bytes: from that position on where the {@link #rest()} stands alone, else all of them
     * @return the position after the last row that need not be read again
     * @throws IOException only if the bytes can't be read
     */
    ReadPosition read(InputStream rows, ReadPosition from, EndOfFile end, UsageSink sink) throws IOException;
}
