package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationMethod.Grain;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageDays;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Builds what an integration holds, for tests; in UTC unless other days of the zone are given. */
public final class IntegrationUsages {

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private IntegrationUsages() {}

    public static IntegrationUsage held(Tool tool, IntegrationMethod method, UsageDays... days) {
        return held(tool, method, Scope.EVERYTHING, days);
    }

    public static IntegrationUsage held(Tool tool, IntegrationMethod method, Scope scope, UsageDays... days) {
        var utcDays = Arrays.stream(days).map(UsageDays::toUsageDay).toList();
        return new IntegrationUsage(
                integration(tool, method, scope), utcDays, method.grain() == Grain.INSTANTS ? utcDays : List.of());
    }

    static IntegrationUsage inZone(IntegrationUsage usage, UsageDays... zonedDays) {
        var days = Arrays.stream(zonedDays).map(UsageDays::toUsageDay).toList();
        return new IntegrationUsage(usage.integration(), usage.utcDays(), days);
    }

    static IntegrationUsage syncedAt(IntegrationUsage usage, String instant) {
        return new IntegrationUsage(
                usage.integration().syncedAt(Instant.parse(instant)), usage.utcDays(), usage.zonedDays());
    }

    static IntegrationUsage of(Tool tool, IntegrationMethod method, Scope scope, List<UsageDay> days) {
        return new IntegrationUsage(
                integration(tool, method, scope), days, method.grain() == Grain.INSTANTS ? days : List.of());
    }

    private static Integration integration(Tool tool, IntegrationMethod method, Scope scope) {
        return Integration.opened(IntegrationId.random(), UserId.LOCAL, tool, method, scope, CREATED);
    }
}
