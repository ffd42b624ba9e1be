package dev.aiusage.persistence.postgres;

import dev.aiusage.application.telemetry.TelemetrySums;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.SumIdentity;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.telemetry.SumRise;
import dev.aiusage.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

public final class PostgresTelemetrySums implements TelemetrySums {

    /** So that neighbours in the index are written together. */
    private static final Comparator<SumIdentity> BY_KEY =
            Comparator.<SumIdentity, UUID>comparing(sum -> sum.series().value()).thenComparing(SumIdentity::startedAt);

    private final UserTransactions transactions;

    public PostgresTelemetrySums(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(UserId user, IntegrationId integration, List<SumPoint> points) {
        transactions.write(user, sql -> {
            record(sql, user, integration, points);
            return points;
        });
    }

    static void record(DSLContext sql, UserId user, IntegrationId integration, List<SumPoint> points) {
        var tool = new IntegrationLocks(sql, user).lockAllOfTheSameTool(integration);
        if (!tool.isTelemetry(integration.value())) {
            throw new IllegalArgumentException(integration + " is no telemetry");
        }
        var bySum = points.stream()
                .collect(Collectors.groupingBy(SumPoint::sum, () -> new TreeMap<>(BY_KEY), Collectors.toList()));
        var kept = new SumTable(sql, user).find(integration, bySum.keySet());
        var changes = bySum.entrySet().stream()
                .map(entry -> change(
                        integration, entry.getKey(), kept.getOrDefault(entry.getKey(), List.of()), entry.getValue()))
                .toList();
        new SumRecording(sql, user, tool).apply(changes);
    }

    private static SumChange change(
            IntegrationId integration, SumIdentity sum, List<KeptSum> before, List<SumPoint> points) {
        var after = SumRise.of(before.stream().map(KeptSum::rise).toList(), points).stream()
                .map(rise -> new KeptSum(integration.value(), sum, rise))
                .toList();
        return SumChange.between(before, after);
    }
}
