package dev.aiusage.application.importing;

import dev.aiusage.application.RequestRejected;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

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
        return new UnpackedStream(beginsLikeGzip(buffered) ? gunzipped(buffered) : buffered, maxBytes);
    }

    private static InputStream gunzipped(InputStream packed) throws IOException {
        try {
            return new GunzippedStream(packed);
        } catch (EOFException withinHead) {
            throw GunzippedStream.tooEarly(withinHead);
        }
    }

    private static boolean beginsLikeGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        var isGzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return isGzip;
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
