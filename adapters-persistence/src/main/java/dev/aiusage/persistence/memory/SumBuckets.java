package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.SumBucket;
import java.time.Instant;
import java.util.List;

/** What an integration's sums add to its quarter hours: those of which nothing finer is known. */
final class SumBuckets {

    private final Holdings holdings;

    SumBuckets(Holdings holdings) {
        this.holdings = holdings;
    }

    List<SumBucket> between(Instant from, Instant before, IntegrationId integration) {
        var known = new KnownWork(holdings, holdings.require(integration).tool());
        return SumBucket.of(holdings.sums
                .between(from, before)
                .filter(kept -> kept.integration().equals(integration))
                .filter(known::counts)
                .map(KeptSum::rise)
                .toList());
    }
}
