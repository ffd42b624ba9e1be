package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

public final class FakeIntegrations implements Integrations {

    public final List<AuditEntry> trail = new ArrayList<>();
    private final List<Integration> opened = new ArrayList<>();
    private final Map<IntegrationId, SealedKey> keys = new HashMap<>();

    @Override
    public synchronized Integration open(UserId user, Tool tool, IntegrationMethod method, Scope scope, Instant now) {
        return opened.stream()
                .filter(there -> there.user().equals(user)
                        && there.tool().equals(tool)
                        && there.method() == method
                        && there.scope().equals(scope))
                .findFirst()
                .orElseGet(() -> added(Integration.opened(IntegrationId.random(), user, tool, method, scope, now)));
    }

    private Integration added(Integration integration) {
        opened.add(integration);
        return integration;
    }

    @Override
    public synchronized List<Integration> of(UserId user) {
        return opened.stream().filter(there -> there.user().equals(user)).toList();
    }

    @Override
    public synchronized void noteSynced(UserId user, IntegrationId integration, Instant at) {
        opened.replaceAll(there -> there.id().equals(integration) ? there.syncedAt(at) : there);
    }

    @Override
    public synchronized Optional<KeyedIntegration> find(UserId user, IntegrationId integration) {
        return of(user).stream()
                .filter(there -> there.id().equals(integration))
                .findFirst()
                .map(there -> new KeyedIntegration(there, keys.getOrDefault(integration, SealedKey.NONE)));
    }

    @Override
    public synchronized Integration connect(KeyedIntegration fresh, AuditEntry entry) {
        requireFree(fresh.integration());
        put(fresh);
        trail.add(entry);
        return fresh.integration();
    }

    @Override
    public synchronized Optional<Integration> change(
            UserId user, IntegrationId integration, UnaryOperator<KeyedIntegration> change, List<AuditEntry> entries) {
        return find(user, integration).map(before -> {
            var after = change.apply(before);
            requireFree(after.integration());
            put(after);
            trail.addAll(entries);
            return after.integration();
        });
    }

    @Override
    public synchronized boolean remove(UserId user, IntegrationId integration, AuditEntry entry) {
        var isThere =
                opened.removeIf(there -> there.user().equals(user) && there.id().equals(integration));
        if (isThere) {
            trail.add(entry);
        }
        return isThere;
    }

    @Override
    public synchronized boolean noteStatus(
            UserId user, IntegrationId integration, SealedKey used, IntegrationStatus status, String detail) {
        var held = find(user, integration).filter(found -> found.key().equals(used));
        held.map(KeyedIntegration::integration)
                .ifPresent(found ->
                        put(new KeyedIntegration(found.with(found.connection().in(status, detail)), used)));
        return held.isPresent();
    }

    /** As storages do that are asked to write for one that is not there. */
    public synchronized void require(IntegrationId integration) {
        if (opened.stream().noneMatch(there -> there.id().equals(integration))) {
            throw new IntegrationMissing(integration);
        }
    }

    public synchronized void removeAll() {
        opened.clear();
    }

    /** As somebody might who reaches the rows. */
    public void tamper(Integration held, String sealed) {
        keys.put(held.id(), new SealedKey(sealed));
    }

    private void put(KeyedIntegration keyed) {
        opened.removeIf(there -> there.id().equals(keyed.integration().id()));
        opened.add(keyed.integration());
        keys.put(keyed.integration().id(), keyed.key());
    }

    private void requireFree(Integration wanted) {
        opened.stream()
                .filter(there -> !there.id().equals(wanted.id()) && there.user().equals(wanted.user()))
                .filter(there -> there.tool().equals(wanted.tool()) && there.method() == wanted.method())
                .filter(there -> there.scope().equals(wanted.scope()))
                .findFirst()
                .ifPresent(there -> {
                    throw new RequestRejected.AlreadyConnected(there.id());
                });
    }
}
