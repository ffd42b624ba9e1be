package dev.aiusage.persistence.memory;

import dev.aiusage.application.telemetry.TelemetrySums;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.telemetry.SumIdentity;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.telemetry.SumRise;
import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.stream.Collectors;

public final class InMemoryTelemetrySums implements TelemetrySums {

    private final InMemoryStore store;

    public InMemoryTelemetrySums(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void record(UserId user, IntegrationId integration, List<SumPoint> points) {
        var bySum = points.stream().collect(Collectors.groupingBy(SumPoint::sum));
        store.with(user, holdings -> {
            if (holdings.require(integration).method() != IntegrationMethod.TELEMETRY) {
                throw new IllegalArgumentException(integration + " is no telemetry");
            }
            var changes = bySum.entrySet().stream()
                    .map(entry -> change(holdings.sums, integration, entry.getKey(), entry.getValue()))
                    .toList();
            new Recording(holdings).apply(List.of(), changes);
            return changes;
        });
    }

    private static SumChange change(KeptSums sums, IntegrationId integration, SumIdentity sum, List<SumPoint> points) {
        var before = sums.of(integration, sum);
        var after = SumRise.of(before.stream().map(KeptSum::rise).toList(), points).stream()
                .map(rise -> new KeptSum(integration, sum, rise))
                .collect(Collectors.toSet());
        return SumChange.between(before, after);
    }
}
