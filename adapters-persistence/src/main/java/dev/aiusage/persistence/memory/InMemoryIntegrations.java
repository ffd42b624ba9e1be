package dev.aiusage.persistence.memory;

import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

public final class InMemoryIntegrations implements Integrations {

    private final InMemoryStore store;

    public InMemoryIntegrations(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Integration open(UserId user, Tool tool, IntegrationMethod method, Scope scope, Instant now) {
        return store.with(
                user,
                holdings -> holdings.integrations.values().stream()
                        .filter(known -> known.tool().equals(tool) && known.method() == method)
                        .filter(known -> known.scope().equals(scope))
                        .findFirst()
                        .orElseGet(() -> {
                            var createdAt = now.truncatedTo(ChronoUnit.MICROS);
                            var opened =
                                    Integration.opened(IntegrationId.random(), user, tool, method, scope, createdAt);
                            holdings.integrations.put(opened.id(), opened);
                            return opened;
                        }));
    }

    @Override
    public List<Integration> of(UserId user) {
        return store.with(user, Holdings::sortedIntegrations);
    }

    @Override
    public void noteSynced(UserId user, IntegrationId integration, Instant at) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        store.with(
                user,
                holdings -> holdings.integrations.computeIfPresent(
                        integration, (id, known) -> isLater(known, instant) ? known.syncedAt(instant) : known));
    }

    private static boolean isLater(Integration known, Instant instant) {
        return known.lastSyncedAt().filter(noted -> !noted.isBefore(instant)).isEmpty();
    }
}
