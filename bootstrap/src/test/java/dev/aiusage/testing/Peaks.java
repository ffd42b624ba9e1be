package dev.aiusage.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/** The most that was seen of some things, looking every few milliseconds. */
public final class Peaks implements AutoCloseable {

    private final HikariDataSource pool;
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong threads = new AtomicLong();
    private final AtomicLong heapAfterCollection = new AtomicLong();
    private final Thread watch = new Thread(this::look, "peaks");

    private Peaks(HikariDataSource pool) {
        this.pool = pool;
    }

    public static Peaks of(HikariDataSource pool) {
        var peaks = new Peaks(pool);
        peaks.watch.setDaemon(true);
        peaks.watch.start();
        return peaks;
    }

    private void look() {
        try {
            while (true) {
                var seen = pool.getHikariPoolMXBean();
                most(connections, seen.getActiveConnections());
                most(waiting, seen.getThreadsAwaitingConnection());
                most(threads, ManagementFactory.getThreadMXBean().getThreadCount());
                most(heapAfterCollection, heap());
                Thread.sleep(5);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void most(AtomicLong peak, long seen) {
        peak.accumulateAndGet(seen, Math::max);
    }

    /** What was left by the last collection, so that it says what is needed and not how lazy the collector is. */
    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(part -> part.getCollectionUsage() != null)
                .mapToLong(part -> part.getCollectionUsage().getUsed())
                .sum();
    }

    public long connections() {
        return connections.get();
    }

    public long waiting() {
        return waiting.get();
    }

    public long threads() {
        return threads.get();
    }

    public long heapMegabytes() {
        return heapAfterCollection.get() >> 20;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
