package dev.aiusage.providers.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts bytes into lines, one at a time, with one buffer that grows with the longest of them. Of a line over the limit no more
 * than the limit is ever held.
 */
final class LineSplitter {

    private static final int FIRST_BUFFER = 1 << 18;

    private final InputStream in;
    private final int maxLine;
    private byte[] buffer;
    private int filled;
    private int next;
    private int lineStart;
    private int lineEnd;
    private long bytesBefore;
    private boolean isTerminated;
    private boolean isTooLong;

    LineSplitter(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
        this.buffer = new byte[Math.min(FIRST_BUFFER, maxLine + 1)];
    }

    /** Goes to the next line; false after the last one. */
    boolean next() throws IOException {
        lineStart = next;
        isTooLong = false;
        var searched = next;
        while (true) {
            for (; searched < filled; searched++) {
                if (buffer[searched] == '\n') {
                    return end(searched, searched + 1, true);
                }
            }
            if (filled - lineStart > maxLine) {
                isTooLong = true;
                forget(filled);
            } else {
                makeRoom();
            }
            searched = filled;
            var read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return (filled > lineStart || isTooLong) && end(filled, filled, false);
            }
            filled += read;
        }
    }

    private boolean end(int end, int following, boolean terminated) {
        isTooLong |= end - lineStart > maxLine;
        lineEnd = end;
        next = following;
        isTerminated = terminated;
        return true;
    }

    /** Moves what is held of the line to the front, and lets the buffer grow once the line fills it. */
    private void makeRoom() {
        if (lineStart > 0) {
            System.arraycopy(buffer, lineStart, buffer, 0, filled - lineStart);
            forget(lineStart);
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, maxLine + 1));
        }
    }

    private void forget(int bytes) {
        bytesBefore += bytes;
        filled -= bytes;
        lineStart = 0;
    }

    /** The bytes of the line, valid until the next call. Those of a line that is too long are not there. */
    LineBytes line() {
        return new LineBytes(buffer, lineStart, lineEnd - lineStart).trimmed();
    }

    boolean isTooLong() {
        return isTooLong;
    }

    boolean isTerminated() {
        return isTerminated;
    }

    /** How many bytes there are up to the end of the line, its line break included. */
    long bytes() {
        return bytesBefore + next;
    }
}
