package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.SyncRun;

/** Hears how synchronisations go, for the log of whoever operates the service. */
public interface SyncJournal {

    /** An attempt ended: its run is over, or waits for the next one. */
    void ended(SyncRun run);

    /** A defect of the service itself. */
    void failedInHere(SyncRun run, RuntimeException defect);
}
