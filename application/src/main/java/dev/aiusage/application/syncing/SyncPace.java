package dev.aiusage.application.syncing;

import java.util.concurrent.Executor;

/**
 * When and how fast integrations are synchronised.
 *
 * @param threads for the windows of one synchronisation
 * @param atOnce how many of these are fetched at the same time
 */
public record SyncPace(DailyTurns daily, Executor threads, int atOnce) {

    WindowFetches fetches() {
        return new WindowFetches(threads, atOnce);
    }
}
