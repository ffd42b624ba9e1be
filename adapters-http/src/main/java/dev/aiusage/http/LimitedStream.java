package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts what is read, refuses more than so many bytes, and remembers whether the sender fell silent. */
final class LimitedStream extends FilterInputStream {

    private static final long DRAINED_BYTES = 256L << 20;
    private static final long DRAINED_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int BUFFER = 1 << 16;

    private final long limit;
    private final long named;
    private long count;
    private boolean timedOut;

    /**
     * Passes on up to {@code limit} bytes.
     *
     * @param named the limit that the refusal names
     */
    LimitedStream(InputStream in, long limit, long named) {
        super(in);
        this.limit = limit;
        this.named = named;
    }

    long count() {
        return count;
    }

    boolean timedOut() {
        return timedOut;
    }

    /** Throws a while of what comes away. */
    void drain() {
        var buffer = new byte[BUFFER];
        var start = System.nanoTime();
        long drained = 0;
        try {
            while (drained < DRAINED_BYTES && System.nanoTime() - start < DRAINED_NANOS) {
                var read = in.read(buffer);
                if (read < 0) {
                    return;
                }
                drained += read;
            }
        } catch (IOException | RuntimeException gone) {
            // The refusal stands; whoever sent this can't be told more.
            return;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Passes on exactly as many bytes as are allowed, and refuses only if there are more. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (count == limit && length > 0) {
            if (readNoting(new byte[1], 0, 1) < 0) {
                return -1;
            }
            throw new RequestRejected.TooLarge(named);
        }
        var read = readNoting(target, offset, (int) Math.min(length, limit - count));
        count += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(Math.max(0, wanted), BUFFER)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int readNoting(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (IOException broken) {
            timedOut = broken.getCause() instanceof TimeoutException;
            throw broken;
        }
    }
}
