package dev.aiusage.application.integrations;

import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** Puts each integration beside its latest synchronisation. */
public final class ListIntegrationsService implements ListIntegrations {

    private final Integrations integrations;
    private final SyncRuns syncs;

    public ListIntegrationsService(Integrations integrations, SyncRuns syncs) {
        this.integrations = integrations;
        this.syncs = syncs;
    }

    @Override
    public List<ShownIntegration> of(UserId user) {
        var runs = syncs.latest(user);
        return integrations.of(user).stream()
                .map(held -> new ShownIntegration(held, Optional.ofNullable(runs.get(held.id()))))
                .toList();
    }
}
