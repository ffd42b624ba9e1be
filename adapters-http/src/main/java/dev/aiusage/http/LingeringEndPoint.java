package dev.aiusage.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that can be closed without losing the answer. Closing one at which a client is still sending makes its system throw
 * away what came from here; so after a refusal in the middle of a request, what is still sent is read for a while and dropped. No
 * thread waits for it.
 */
final class LingeringEndPoint extends SocketChannelEndPoint {

    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 10;

    private final ByteBuffer dropped = ByteBuffer.allocate(1 << 14);
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean lingers;
    private volatile boolean closesWhenIdle;
    private long bytes;
    private long started;

    LingeringEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** The connection on which a request came. */
    static Optional<LingeringEndPoint> of(Request request) {
        var open = request.getConnectionMetaData().getConnection().getEndPoint();
        return open instanceof LingeringEndPoint ours ? Optional.of(ours) : Optional.empty();
    }

    void requestBegins() {
        requests.incrementAndGet();
    }

    /** To be said when its answer has been written. */
    void requestEnds() {
        requests.decrementAndGet();
        closeIfItShould();
    }

    /** At once, if it is merely kept alive for a next request. */
    void closeWhenIdle() {
        closesWhenIdle = true;
        closeIfItShould();
    }

    private void closeIfItShould() {
        if (closesWhenIdle && requests.get() == 0) {
            close();
        }
    }

    /** To be said while the refusal is answered. */
    void linger() {
        lingers = true;
    }

    @Override
    public void doClose() {
        if (lingers && getChannel().isOpen()) {
            started = NanoTime.now();
            doShutdownOutput();
            dropWhatComes();
        } else {
            super.doClose();
        }
    }

    private void dropWhatComes() {
        if (mayComeMore()) {
            getScheduler().schedule(this::dropWhatComes, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            super.doClose();
        }
    }

    private boolean mayComeMore() {
        try {
            var read = 1;
            while (read > 0 && bytes < MAX_BYTES) {
                dropped.clear();
                read = getChannel().read(dropped);
                bytes += Math.max(0, read);
            }
            return read == 0 && NanoTime.millisSince(started) < MAX_MILLIS;
        } catch (IOException gone) {
            return false;
        }
    }
}
