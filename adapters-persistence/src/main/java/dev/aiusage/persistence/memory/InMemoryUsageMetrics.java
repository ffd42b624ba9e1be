package dev.aiusage.persistence.memory;

import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod.Grain;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class InMemoryUsageMetrics implements UsageMetrics {

    private final InMemoryStore store;

    public InMemoryUsageMetrics(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void replaceDays(UserId user, IntegrationId integration, List<UsageDay> days) {
        store.with(user, holdings -> {
            if (holdings.require(integration).method().grain() == Grain.INSTANTS) {
                throw new IllegalArgumentException("the days of " + integration + " follow from its events");
            }
            return replaceDays(holdings, integration, days);
        });
    }

    static List<UsageDay> replaceDays(Holdings holdings, IntegrationId integration, List<UsageDay> days) {
        holdings.days(integration).putAll(byDate(days));
        return days;
    }

    @Override
    public UserUsage usage(UserId user, DateRange range, ZoneId zone) {
        return store.with(user, holdings -> {
            var integrations = holdings.sortedIntegrations().stream()
                    .map(integration -> usage(holdings, integration, range, zone))
                    .toList();
            return new UserUsage(range, zone, integrations);
        });
    }

    private static IntegrationUsage usage(Holdings holdings, Integration integration, DateRange range, ZoneId zone) {
        var utcDays = List.copyOf(holdings.days(integration.id())
                .subMap(range.from(), true, range.to(), true)
                .values());
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return new IntegrationUsage(integration, utcDays, utcDays);
        }
        if (integration.method().grain() == Grain.DAYS) {
            return new IntegrationUsage(integration, utcDays, List.of());
        }
        var zonedDays = new ZonedDays(range, zone).of(integration.id(), holdings);
        return new IntegrationUsage(integration, utcDays, zonedDays);
    }

    private static Map<LocalDate, UsageDay> byDate(List<UsageDay> days) {
        var byDate = new HashMap<LocalDate, UsageDay>();
        for (var day : days) {
            day.measures().tokens().total();
            day.breakdowns().forEach(breakdown -> breakdown.measures().tokens().total());
            if (byDate.put(day.date(), sorted(day)) != null) {
                throw new IllegalArgumentException(day.date() + " stands twice");
            }
        }
        return byDate;
    }

    private static UsageDay sorted(UsageDay day) {
        var breakdowns =
                day.breakdowns().stream().sorted(DaySum.BY_DIMENSION_AND_LABEL).toList();
        return new UsageDay(day.date(), day.measures(), breakdowns);
    }
}
