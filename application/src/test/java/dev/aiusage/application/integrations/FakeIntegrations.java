package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

public final class FakeIntegrations implements Integrations {

    private final List<Integration> opened = new ArrayList<>();

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
}
