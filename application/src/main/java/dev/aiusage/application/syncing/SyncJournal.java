package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;

/** Hears how synchronisations go, for the log of whoever operates the service. */
public interface SyncJournal {

    /** An attempt ended: its run is over, or waits for the next one. */
    void ended(SyncRun run);

    /** A defect of the service itself. */
    void failedInHere(SyncRun run, RuntimeException defect);

    /** A turn that came to no end, since the storage is away or by a defect; it is taken again. */
    void turnFailed(IntegrationId integration, RuntimeException failure);
}
