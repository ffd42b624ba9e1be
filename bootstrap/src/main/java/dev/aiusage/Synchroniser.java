package dev.aiusage;

import dev.aiusage.application.integrations.VendorKeys;
import dev.aiusage.application.syncing.DailyTurns;
import dev.aiusage.application.syncing.SyncIntegration;
import dev.aiusage.application.syncing.SyncJournal;
import dev.aiusage.application.syncing.SyncPace;
import dev.aiusage.application.syncing.UsageVendors;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes integrations' turns, a few at a time, and fetches a few windows of each at a time. */
final class Synchroniser {

    private static final int INTEGRATIONS_AT_ONCE = 8;

    private final Storage storage;
    private final VendorKeys keys;
    private final UsageVendors vendors;
    private final VendorOptions options;
    private final SyncJournal journal;
    private final Clock clock;

    Synchroniser(
            Storage storage,
            VendorKeys keys,
            UsageVendors vendors,
            VendorOptions options,
            SyncJournal journal,
            Clock clock) {
        this.storage = storage;
        this.keys = keys;
        this.vendors = vendors;
        this.options = options;
        this.journal = journal;
        this.clock = clock;
    }

    Synchronisation start() {
        var syncing = storage.access().syncing();
        var threads = windowThreads();
        var pace = new SyncPace(new DailyTurns(options.dailyAt(), options.dailyZone()), threads, options.callsAtOnce());
        var work = new SyncIntegration(
                storage.integrations(), keys, vendors, syncing.runs(), syncing.days(), pace, journal, clock);
        var turns = syncing.turns().start(work, INTEGRATIONS_AT_ONCE);
        return () -> {
            turns.close();
            threads.shutdownNow();
        };
    }

    private static ExecutorService windowThreads() {
        var number = new AtomicInteger();
        return Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "sync-window-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
