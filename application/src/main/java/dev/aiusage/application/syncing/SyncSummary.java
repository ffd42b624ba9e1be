package dev.aiusage.application.syncing;

/**
 * How a pass over all integrations went, by the latest run of each.
 *
 * @param integrations all that have a key; paused ones that were never synchronised count here only
 * @param failed also those that are to be tried again
 */
public record SyncSummary(long integrations, long succeeded, long failed) {

    static final SyncSummary NONE = new SyncSummary(0, 0, 0);

    SyncSummary plus(SyncSummary other) {
        return new SyncSummary(integrations + other.integrations, succeeded + other.succeeded, failed + other.failed);
    }
}
