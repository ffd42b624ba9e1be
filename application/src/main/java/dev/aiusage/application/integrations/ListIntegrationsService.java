package dev.aiusage.application.integrations;

import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** Puts each integration beside its latest synchronisation. */
public final class ListIntegrationsService implements ListIntegrations {

    private final Integrations integrations;
    private final SyncRuns syncs;
    private final SyncSchedule schedule;

    public ListIntegrationsService(Integrations integrations, SyncRuns syncs, SyncSchedule schedule) {
        this.integrations = integrations;
        this.syncs = syncs;
        this.schedule = schedule;
    }

    @Override
    public List<ShownIntegration> of(UserId user) {
        var runs = syncs.latest(user);
        var turns = schedule.next(user);
        return integrations.of(user).stream()
                .map(held -> new ShownIntegration(
                        held, Optional.ofNullable(runs.get(held.id())), Optional.ofNullable(turns.get(held.id()))))
                .toList();
    }
}
