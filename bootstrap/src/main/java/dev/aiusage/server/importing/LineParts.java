package dev.aiusage.server.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream cut into parts of some size, each ending with a line, so that a file of any size fits requests that have a limit. */
final class LineParts {

    private static final int BUFFER = 1 << 16;

    private final BufferedInputStream whole;
    private final long partBytes;
    private long lines;

    LineParts(InputStream whole, long partBytes) {
        this.whole = new BufferedInputStream(whole, BUFFER);
        this.partBytes = partBytes;
    }

    /** Only lines of JSON can be read apart from each other: rows of a table need its first one, and a day needs all its rows. */
    static LineParts of(InputStream whole, long partBytes) throws IOException {
        var buffered = new BufferedInputStream(whole, BUFFER);
        buffered.mark(BUFFER);
        var beginning = new String(buffered.readNBytes(BUFFER - 1), StandardCharsets.UTF_8);
        buffered.reset();
        var isJsonLines =
                !beginning.stripLeading().startsWith("[") && beginning.lines().anyMatch(line -> line.startsWith("{"));
        return new LineParts(buffered, isJsonLines ? partBytes : Long.MAX_VALUE);
    }

    boolean hasNext() throws IOException {
        whole.mark(1);
        var next = whole.read();
        whole.reset();
        return next >= 0;
    }

    /** Lines that ended in the parts read until now. */
    long lines() {
        return lines;
    }

    /** The next part, to be read to its end before the one after it is asked for. */
    InputStream next() {
        return new Part();
    }

    private final class Part extends InputStream {

        private long bytes;
        private boolean isOver;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /** In large steps until the part is full, then byte by byte to the end of its last line. */
        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (isOver) {
                return -1;
            }
            if (bytes < partBytes) {
                var read = whole.read(target, offset, (int) Math.min(length, partBytes - bytes));
                if (read > 0) {
                    bytes += read;
                    countLines(target, offset, read);
                    isOver = bytes >= partBytes && target[offset + read - 1] == '\n';
                }
                return read;
            }
            return readToEndOfLine(target, offset, length);
        }

        private int readToEndOfLine(byte[] target, int offset, int length) throws IOException {
            var read = 0;
            while (read < length && !isOver) {
                var next = whole.read();
                if (next < 0) {
                    isOver = true;
                    return read == 0 ? -1 : read;
                }
                target[offset + read++] = (byte) next;
                if (next == '\n') {
                    lines++;
                    isOver = true;
                }
            }
            return read;
        }

        private void countLines(byte[] target, int offset, int read) {
            for (var i = offset; i < offset + read; i++) {
                if (target[i] == '\n') {
                    lines++;
                }
            }
        }
    }
}
