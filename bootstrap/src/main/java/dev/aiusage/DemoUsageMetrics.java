package dev.aiusage;

import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.providers.files.DemoData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Demo data whose last day is always today: for each day that is "today" somewhere, a memory of its own is filled when it is first
 * asked for. The mock user's data only grows old with the clock, so nothing that is written shows.
 */
final class DemoUsageMetrics implements UsageMetrics {

    private static final int TODAYS = 3;

    private final DemoData data;
    private final Clock clock;
    private final Map<LocalDate, UsageMetrics> byToday = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, UsageMetrics> eldest) {
            return size() > TODAYS;
        }
    };

    DemoUsageMetrics(DemoData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** Imported days are taken like imported events: whoever tries it is answered, and the demo goes on showing its own. */
    @Override
    public void replaceDays(UserId user, IntegrationId integration, List<UsageDay> days) {}

    @Override
    public UserUsage usage(UserId user, DateRange range, ZoneId zone) {
        return filledFor(LocalDate.ofInstant(clock.instant(), zone)).usage(user, range, zone);
    }

    private synchronized UsageMetrics filledFor(LocalDate today) {
        return byToday.computeIfAbsent(today, this::fill);
    }

    private UsageMetrics fill(LocalDate today) {
        var memory = Storage.inMemory(clock);
        for (var tool : data.tools(today)) {
            var integration = memory.integrations()
                    .open(UserId.MOCK, tool.tool(), IntegrationMethod.API, Scope.EVERYTHING, clock.instant());
            memory.metrics().replaceDays(UserId.MOCK, integration.id(), tool.days());
            memory.integrations().noteSynced(UserId.MOCK, integration.id(), clock.instant());
        }
        return memory.metrics();
    }
}
