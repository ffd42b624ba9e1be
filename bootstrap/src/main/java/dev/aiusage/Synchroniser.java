package dev.aiusage;

import dev.aiusage.application.integrations.KeyVault;
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

    private static final int INTEGRATIONS_AT_ONCE_OF_VENDOR = 8;

    private final Storage storage;
    private final KeyVault vault;
    private final UsageVendors vendors;
    private final VendorOptions options;
    private final SyncJournal journal;
    private final Clock clock;

    Synchroniser(
            Storage storage,
            KeyVault vault,
            UsageVendors vendors,
            VendorOptions options,
            SyncJournal journal,
            Clock clock) {
        this.storage = storage;
        this.vault = vault;
        this.vendors = vendors;
        this.options = options;
        this.journal = journal;
        this.clock = clock;
    }

    Synchronisation start() {
        var background = storage.access().syncing().background();
        var threads = windowThreads();
        var pace = new SyncPace(
                new DailyTurns(options.dailyAt(), options.dailyZone()),
                threads,
                options.callsAtOnce(),
                INTEGRATIONS_AT_ONCE_OF_VENDOR);
        var work = new SyncIntegration(
                background.integrations(),
                new VendorKeys(background.integrations(), vault),
                vendors,
                background.runs(),
                background.days(),
                pace,
                journal,
                clock);
        // So that, whatever vendors hang, there is somebody left for the others.
        var turns = background.turns().start(work, vendors.count() * INTEGRATIONS_AT_ONCE_OF_VENDOR);
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
