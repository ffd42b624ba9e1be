package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.usage.Source;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** All of a user's integrations of one tool, which nobody else writes to until the transaction ends. */
record LockedTool(Map<UUID, IntegrationMethod> integrations) {

    /** Without telemetry there are no sums, and no events that others know by an alias. */
    boolean hasTelemetry() {
        return integrations.containsValue(IntegrationMethod.TELEMETRY);
    }

    boolean isTelemetry(UUID integration) {
        return integrations.get(integration) == IntegrationMethod.TELEMETRY;
    }

    UUID[] telemetry() {
        return those(method -> method == IntegrationMethod.TELEMETRY);
    }

    /** Those whose events and telemetry's sums are the same work. */
    UUID[] withEvents() {
        return those(method -> method.source() == Source.EVENTS);
    }

    private UUID[] those(Predicate<IntegrationMethod> wanted) {
        return integrations.entrySet().stream()
                .filter(held -> wanted.test(held.getValue()))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
    }
}
