package dev.aiusage.domain.integration;

import dev.aiusage.domain.time.DateRange;
import java.time.Instant;
import java.util.Optional;

/**
 * One synchronisation of an integration with its vendor, from the moment that it was asked for. It may take several attempts, and
 * several instances of the service one after the other; what was fetched and kept stays.
 *
 * @param again days to be fetched whether or not they are known for good; beside them all that is still open is fetched
 * @param attempt 0 before the first
 * @param daysSynced how many days were asked for and kept so far, in all attempts
 * @param metricsStored how many of these have usage
 * @param error why the last attempt did not succeed; none before its end
 */
public record SyncRun(
        SyncId id,
        IntegrationId integration,
        SyncStatus status,
        Optional<DateRange> again,
        int attempt,
        int daysSynced,
        int metricsStored,
        Times times,
        Optional<SyncError> error) {

    /** When it was asked for, when the first attempt began, and when it succeeded or was given up. */
    public record Times(Instant queuedAt, Optional<Instant> startedAt, Optional<Instant> finishedAt) {

        public static Times queuedAt(Instant instant) {
            return new Times(instant, Optional.empty(), Optional.empty());
        }
    }

    /** One that waits for its turn. */
    public static SyncRun queued(SyncId id, IntegrationId integration, Instant at) {
        return new SyncRun(
                id, integration, SyncStatus.QUEUED, Optional.empty(), 0, 0, 0, Times.queuedAt(at), Optional.empty());
    }

    /** With these days fetched again too; a range between two is filled, as it is harmless. */
    public SyncRun withAgain(DateRange more) {
        var all = again.map(before -> before.hull(more)).orElse(more);
        return new SyncRun(id, integration, status, Optional.of(all), attempt, daysSynced, metricsStored, times, error);
    }

    /**
     * One that waits, be it to be tried again, waits as if it had been asked for now: whatever it fetched long ago is not what is
     * wanted now.
     */
    public SyncRun requeued(Instant now) {
        return status != SyncStatus.RETRY_SCHEDULED && status != SyncStatus.QUEUED
                ? this
                : new SyncRun(
                        id,
                        integration,
                        SyncStatus.QUEUED,
                        again,
                        attempt,
                        daysSynced,
                        metricsStored,
                        new Times(now, times.startedAt, Optional.empty()),
                        Optional.empty());
    }

    /** The next attempt, which begins now. */
    public SyncRun begun(Instant now) {
        var begun = new Times(times.queuedAt, times.startedAt.or(() -> Optional.of(now)), Optional.empty());
        return new SyncRun(
                id,
                integration,
                SyncStatus.RUNNING,
                again,
                attempt + 1,
                daysSynced,
                metricsStored,
                begun,
                Optional.empty());
    }

    /** With so many more days kept, of which so many have usage. */
    public SyncRun with(int days, int metrics) {
        return new SyncRun(
                id, integration, status, again, attempt, daysSynced + days, metricsStored + metrics, times, error);
    }

    /** It came to an end, for good or until the next attempt. */
    public SyncRun ended(SyncStatus how, Optional<SyncError> why, Instant now) {
        var finished = how == SyncStatus.RETRY_SCHEDULED ? Optional.<Instant>empty() : Optional.of(now);
        var ended = new Times(times.queuedAt, times.startedAt, finished);
        return new SyncRun(id, integration, how, again, attempt, daysSynced, metricsStored, ended, why);
    }

    public boolean isOver() {
        return status == SyncStatus.SUCCEEDED || status == SyncStatus.FAILED;
    }
}
