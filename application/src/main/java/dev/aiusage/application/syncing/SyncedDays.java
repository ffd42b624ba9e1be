package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** What was fetched from vendors, day by day, and how final it is. */
public interface SyncedDays {

    /** All days that were ever fetched for the integration, in order. */
    List<FetchedDay> of(UserId user, IntegrationId integration);

    /**
     * Puts a window's days in the place of what was there, notes that they were fetched, and counts them for the run; all of it or
     * nothing. A day that was final and now came without usage stays as it was.
     *
     * @throws RunOvertaken if another attempt has begun, or the integration is gone or for another account meanwhile
     */
    void keep(UserId user, SyncRun run, FetchedWindow window);
}
