package dev.aiusage.persistence.memory;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

public final class InMemoryIntegrations implements Integrations {

    private final InMemoryStore store;

    public InMemoryIntegrations(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Integration open(UserId user, Tool tool, IntegrationMethod method, Scope scope, Instant now) {
        return store.with(user, holdings -> open(holdings, user, tool, method, scope, now));
    }

    static Integration open(
            Holdings holdings, UserId user, Tool tool, IntegrationMethod method, Scope scope, Instant now) {
        return holdings.integrations.values().stream()
                .filter(known -> known.tool().equals(tool) && known.method() == method)
                .filter(known -> known.scope().equals(scope))
                .findFirst()
                .orElseGet(() -> {
                    var createdAt = now.truncatedTo(ChronoUnit.MICROS);
                    var opened = Integration.opened(IntegrationId.random(), user, tool, method, scope, createdAt);
                    holdings.integrations.put(opened.id(), opened);
                    return opened;
                });
    }

    @Override
    public List<Integration> of(UserId user) {
        return store.with(user, Holdings::sortedIntegrations);
    }

    @Override
    public void noteSynced(UserId user, IntegrationId integration, Instant at) {
        store.with(user, holdings -> noteSynced(holdings, integration, at));
    }

    static Optional<Integration> noteSynced(Holdings holdings, IntegrationId integration, Instant at) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        return Optional.ofNullable(holdings.integrations.computeIfPresent(
                integration, (id, known) -> isLater(known, instant) ? known.syncedAt(instant) : known));
    }

    @Override
    public Optional<KeyedIntegration> find(UserId user, IntegrationId integration) {
        return store.with(user, holdings -> holdings.find(integration));
    }

    @Override
    public Integration connect(KeyedIntegration fresh, AuditEntry entry) {
        var asked = fresh.integration();
        return store.with(asked.user(), holdings -> {
            requireFree(holdings, asked);
            var createdAt = asked.createdAt().truncatedTo(ChronoUnit.MICROS);
            var kept = Integration.opened(
                            asked.id(), asked.user(), asked.tool(), asked.method(), asked.scope(), createdAt)
                    .with(asked.connection());
            holdings.put(new KeyedIntegration(kept, fresh.key()));
            store.note(entry);
            return kept;
        });
    }

    @Override
    public Optional<Integration> change(
            UserId user, IntegrationId integration, UnaryOperator<KeyedIntegration> change, List<AuditEntry> entries) {
        return store.with(
                user,
                holdings -> holdings.find(integration).map(before -> {
                    var after = change.apply(before);
                    requireFree(holdings, after.integration());
                    holdings.put(after);
                    if (!after.integration().scope().equals(before.integration().scope())) {
                        holdings.forgetDays(integration);
                    }
                    entries.forEach(store::note);
                    return after.integration();
                }));
    }

    @Override
    public boolean remove(UserId user, IntegrationId integration, AuditEntry entry) {
        return store.with(user, holdings -> {
            if (holdings.find(integration).isEmpty()) {
                return false;
            }
            holdings.remove(integration);
            store.note(entry);
            return true;
        });
    }

    @Override
    public boolean noteStatus(
            UserId user, IntegrationId integration, SealedKey used, IntegrationStatus status, String detail) {
        return store.with(
                user,
                holdings -> holdings.find(integration)
                        .filter(held -> held.key().equals(used))
                        .map(KeyedIntegration::integration)
                        .filter(held -> held.connection().status() != IntegrationStatus.PAUSED)
                        .map(held -> holdings.integrations.put(
                                integration, held.with(held.connection().in(status, detail))))
                        .isPresent());
    }

    private static void requireFree(Holdings holdings, Integration wanted) {
        holdings.sameAs(wanted).ifPresent(existing -> {
            throw new RequestRejected.AlreadyConnected(existing.id());
        });
    }

    private static boolean isLater(Integration known, Instant instant) {
        return known.lastSyncedAt().filter(noted -> !noted.isBefore(instant)).isEmpty();
    }
}
