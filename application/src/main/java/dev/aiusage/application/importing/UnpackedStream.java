package dev.aiusage.application.importing;

import dev.aiusage.application.RequestRejected;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A file's bytes, unpacked if they begin like gzip, up to a number of them. */
public final class UnpackedStream extends FilterInputStream {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    private final long maxBytes;
    private long bytes;

    private UnpackedStream(InputStream unpacked, long maxBytes) {
        super(unpacked);
        this.maxBytes = maxBytes;
    }

    /** Reading more than {@code maxBytes} throws {@link RequestRejected.TooLarge}: a small file may unpack to a huge one. */
    public static UnpackedStream of(InputStream raw, long maxBytes) throws IOException {
        var buffered = new BufferedInputStream(raw, BUFFER);
        var unpacked =
                beginsLikeGzip(buffered) ? new GZIPInputStream(new EndKnowingStream(buffered), BUFFER) : buffered;
        return new UnpackedStream(unpacked, maxBytes);
    }

    private static boolean beginsLikeGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        var isGzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return isGzip;
    }

    /**
     * The unpacker takes a pack to be the last one when nothing is available after it. Of a network that only says that nothing
     * has arrived yet, and the packs that follow would be lost; so this answers 0 at the end and only there. It waits for that, so
     * what is not packed is better read without it: readers of text ask what is available after each line.
     */
    private static final class EndKnowingStream extends BufferedInputStream {

        EndKnowingStream(InputStream raw) {
            super(raw, BUFFER);
        }

        @Override
        public synchronized int available() throws IOException {
            mark(1);
            var isAtEnd = read() < 0;
            reset();
            return isAtEnd ? 0 : super.available();
        }
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        var skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) {
        bytes += more;
        if (bytes > maxBytes) {
            throw new RequestRejected.TooLarge(maxBytes);
        }
    }
}
