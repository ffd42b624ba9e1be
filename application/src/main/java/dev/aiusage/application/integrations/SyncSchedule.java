package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * When each integration is synchronised next. Any number of instances of the service may share one: each turn is taken by one of
 * them, and that of an instance that dies by another.
 */
public interface SyncSchedule {

    /** Has the integration's turn come at this instant at the latest. While it is being taken this changes nothing. */
    void plan(UserId user, IntegrationId integration, Instant at);

    /** Has the integration's turn come at this instant if it has no turn yet. */
    void planIfMissing(UserId user, IntegrationId integration, Instant at);

    /** As {@link #plan}, but changes nothing where a turn of the integration has ended well at this instant or after it. */
    void planUnlessDone(UserId user, IntegrationId integration, Instant at);

    /** The next turns of the user's integrations. */
    Map<IntegrationId, Instant> next(UserId user);

    /** How many turns, of all users, are being taken or have come by this instant. */
    long due(Instant by);
}
