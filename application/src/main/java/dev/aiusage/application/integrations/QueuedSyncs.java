package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Has integrations synchronised soon: notes that it is wanted, and sees to it that their turn comes. */
public final class QueuedSyncs {

    private final SyncRuns runs;
    private final SyncSchedule schedule;

    public QueuedSyncs(SyncRuns runs, SyncSchedule schedule) {
        this.runs = runs;
        this.schedule = schedule;
    }

    /** Because the integration is new, or not what it was. */
    SyncRun enqueue(UserId user, IntegrationId integration, Instant now) {
        var run = runs.enqueue(user, integration, now);
        schedule.plan(user, integration, now);
        return run;
    }

    /** Because its user wants it. */
    public SyncRun ask(UserId user, IntegrationId integration, Optional<DateRange> again, Instant now) {
        var run = runs.ask(user, integration, again, now);
        schedule.plan(user, integration, now);
        return run;
    }
}
