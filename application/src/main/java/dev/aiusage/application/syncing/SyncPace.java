package dev.aiusage.application.syncing;

import java.util.concurrent.Executor;

/**
 * When and how fast integrations are synchronised.
 *
 * @param threads for the windows of one synchronisation
 * @param atOnce how many of these are fetched at the same time
 * @param atOnceOfVendor how many integrations of one tool are synchronised at the same time
 */
public record SyncPace(DailyTurns daily, Executor threads, int atOnce, int atOnceOfVendor) {

    WindowFetches fetches() {
        return new WindowFetches(threads, atOnce);
    }
}
