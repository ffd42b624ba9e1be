package dev.aiusage.persistence.memory;

import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All that one user has. */
final class Holdings {

    private static final Comparator<Integration> BY_TOOL_METHOD_SCOPE = Comparator.comparing(Integration::tool)
            .thenComparing(integration -> integration.method().slug())
            .thenComparing(integration -> integration.scope().organization(), Texts.BY_CODE_POINT)
            .thenComparing(integration -> integration.scope().account(), Texts.BY_CODE_POINT);

    final Map<IntegrationId, Integration> integrations = new HashMap<>();
    final KeptEvents events = new KeptEvents();
    final Map<LogFileId, LogMark> marks = new HashMap<>();
    final Map<IntegrationId, String> priceVersions = new HashMap<>();
    private final Map<IntegrationId, NavigableMap<LocalDate, UsageDay>> days = new HashMap<>();

    List<Integration> sortedIntegrations() {
        return integrations.values().stream().sorted(BY_TOOL_METHOD_SCOPE).toList();
    }

    Integration require(IntegrationId id) {
        var integration = integrations.get(id);
        if (integration == null) {
            throw new IllegalArgumentException("the user has no integration " + id);
        }
        return integration;
    }

    NavigableMap<LocalDate, UsageDay> days(IntegrationId integration) {
        return days.computeIfAbsent(integration, first -> new TreeMap<>());
    }
}
