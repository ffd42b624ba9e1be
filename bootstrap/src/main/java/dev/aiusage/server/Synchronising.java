package dev.aiusage.server;

import dev.aiusage.AiUsage;
import dev.aiusage.Synchronisation;
import dev.aiusage.application.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Synchronisation while the service runs. At its start, integrations whose turn nobody planned get one. */
final class Synchronising implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Synchronising.class);

    private final Synchronisation turns;

    private Synchronising(Synchronisation turns) {
        this.turns = turns;
    }

    static Synchronising start(AiUsage usage) {
        var planning = new Thread(() -> plan(usage), "sync-plan");
        planning.setDaemon(true);
        planning.start();
        return new Synchronising(usage.startSynchronising());
    }

    private static void plan(AiUsage usage) {
        try {
            usage.syncs().everything().planMissing();
        } catch (StorageUnavailable away) {
            LOG.warn("Turns that nobody planned could not be looked for: {}", away.getMessage());
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
