package dev.aiusage.application.usage;

import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps UTC days of integrations that were added to it. */
public final class FakeUsageMetrics implements UsageMetrics {

    private final Map<IntegrationId, Integration> integrations = new LinkedHashMap<>();
    private final Map<IntegrationId, List<UsageDay>> days = new LinkedHashMap<>();

    public void add(Integration integration, UsageDay... itsDays) {
        integrations.put(integration.id(), integration);
        days.put(integration.id(), List.of(itsDays));
    }

    @Override
    public void replaceDays(UserId user, IntegrationId integration, List<UsageDay> replaced) {
        var kept = new ArrayList<>(days.getOrDefault(integration, List.of()));
        kept.removeIf(day -> replaced.stream().anyMatch(other -> other.date().equals(day.date())));
        kept.addAll(replaced);
        days.put(integration, kept);
    }

    @Override
    public UserUsage usage(UserId user, DateRange range, ZoneId zone) {
        var held = integrations.values().stream()
                .filter(integration -> integration.user().equals(user))
                .map(integration -> new IntegrationUsage(
                        integration,
                        days.getOrDefault(integration.id(), List.of()).stream()
                                .filter(day -> range.contains(day.date()))
                                .toList(),
                        List.of()))
                .toList();
        return new UserUsage(range, zone, held);
    }
}
