package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The synchronisations of users' integrations. They go with their integration. */
public interface SyncRuns {

    /** How many runs of an integration are shown. */
    int SHOWN = 100;

    /**
     * Has the integration synchronised when its turn comes. One that waits, or is to be tried again, is taken for it.
     *
     * @throws IntegrationMissing if the user has no such integration
     */
    SyncRun enqueue(UserId user, IntegrationId integration, Instant now);

    /**
     * As {@link #enqueue}, because its user wants it: also one that is running will do, unless days are to be fetched again. Notes
     * when this was asked.
     */
    SyncRun ask(UserId user, IntegrationId integration, Optional<DateRange> again, Instant now);

    /** When the user last asked for a synchronisation of any integration. */
    Optional<Instant> lastAsked(UserId user);

    /**
     * Begins an attempt: of the run that was left in the middle, else of the one that waits or is to be tried again, else of a new
     * one. One that was to be tried again and is not this one is given up. For whoever alone synchronises this integration at the
     * moment.
     */
    SyncRun begin(UserId user, IntegrationId integration, Instant now);

    /** Keeps how an attempt ended. If another attempt has begun meanwhile, nothing is changed. */
    void end(UserId user, SyncRun ended);

    /** Ends whatever is not over of the integration's runs as failed: nobody will go on with it. */
    void giveUp(UserId user, IntegrationId integration, SyncError why, Instant now);

    /** Whether a run of the integration waits for its first attempt. */
    boolean isWaiting(UserId user, IntegrationId integration);

    Optional<SyncRun> find(UserId user, SyncId run);

    /** The latest {@link #SHOWN} runs of the integration, the latest first. */
    List<SyncRun> of(UserId user, IntegrationId integration);

    /** The latest run of each of the user's integrations that has had one. */
    Map<IntegrationId, SyncRun> latest(UserId user);
}
