package dev.aiusage.persistence.memory;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Days that one user told of several tools, put into what the user has. */
final class DaysOfTools {

    private DaysOfTools() {}

    /** All days are looked at before the first is kept. */
    static List<EnteredDay> keep(
            Holdings holdings, UserId user, IntegrationMethod method, List<EnteredDay> days, Instant at) {
        Map<Tool, Map<LocalDate, UsageDay>> byTool = days.stream()
                .collect(Collectors.groupingBy(
                        EnteredDay::tool,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(EnteredDay::day, Collectors.toList()),
                                InMemoryUsageMetrics::byDate)));
        byTool.forEach((tool, ofTool) -> {
            var integration = InMemoryIntegrations.open(holdings, user, tool, method, Scope.EVERYTHING, at);
            holdings.days(integration.id()).putAll(ofTool);
            InMemoryIntegrations.noteSynced(holdings, integration.id(), at);
        });
        return days;
    }
}
