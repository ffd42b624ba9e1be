package dev.aiusage.application.telemetry;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Sums that users' tools report while they grow. */
public interface TelemetrySums {

    /**
     * Takes in how high sums stood, all or none, and in any order: of each sum the highest value of a quarter hour is kept, what
     * was done in it is the rise over the quarter hour before, and days and breakdowns are right when this returns. The same points
     * again change nothing. Safe for several callers at once.
     *
     * <p>Requests, tokens, cost and sessions of a sum count only while no request of its session is known: no event that logs or
     * telemetry of the tool brought, and for {@link dev.aiusage.domain.telemetry.SumDetail#RUNNING} sums no finer one either. Lines and
     * decisions count only while no edit of its session is known. A sum of no session counts only for UTC days of which no request (or
     * edit) of the tool is known so. When one becomes known later, days that held the sums are right again when it is recorded, and also
     * when it goes again with its integration. A cost that the tool does not tell stays unknown.
     *
     * @throws dev.aiusage.application.integrations.IntegrationMissing if the user has no such integration
     * @throws IllegalArgumentException if its method is not telemetry
     */
    void record(UserId user, IntegrationId integration, List<SumPoint> points);
}
