package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.util.List;

/** Applies a user's changes in one step, and has usage fetched anew where they make it necessary. */
public final class ChangeIntegrationService implements ChangeIntegration {

    private final Integrations integrations;
    private final KeyVault vault;
    private final QueuedSyncs syncs;
    private final ListIntegrations list;
    private final Clock clock;

    public ChangeIntegrationService(
            Integrations integrations, KeyVault vault, QueuedSyncs syncs, ListIntegrations list, Clock clock) {
        this.integrations = integrations;
        this.vault = vault;
        this.syncs = syncs;
        this.list = list;
        this.clock = clock;
    }

    @Override
    public ShownIntegration change(UserId user, IntegrationId integration, List<IntegrationChange> changes) {
        var held = integrations.find(user, integration).orElseThrow(ChangeIntegrationService::unknown);
        if (changes.isEmpty()) {
            return shown(held.integration());
        }
        requireKeyed(held.integration(), changes);
        var now = clock.instant();
        var entries = changes.stream()
                .map(change -> AuditEntry.by(user, change.action(), integration.value(), now))
                .toList();
        var changed = integrations
                .change(user, integration, before -> afterAll(changes, before), entries)
                .orElseThrow(ChangeIntegrationService::unknown);
        if (changed.connection().isActive()) {
            syncs.enqueue(user, integration, now);
        }
        return shown(changed);
    }

    private KeyedIntegration afterAll(List<IntegrationChange> changes, KeyedIntegration before) {
        var after = before;
        for (var change : changes) {
            after = change.match(new ChangedIntegration(after, vault));
        }
        return after;
    }

    private ShownIntegration shown(Integration integration) {
        return list.of(integration.user()).stream()
                .filter(held -> held.integration().id().equals(integration.id()))
                .findFirst()
                .orElseThrow(ChangeIntegrationService::unknown);
    }

    /** What comes from logs, files or by hand follows from them alone. */
    private static void requireKeyed(Integration integration, List<IntegrationChange> changes) {
        if (!integration.connection().hasKey()) {
            throw new RequestRejected.InvalidField(
                    FieldNames.of(changes.get(0)),
                    "can't be changed here: this integration has no key, its usage arrives by "
                            + integration.method().shownAs());
        }
    }

    private static RequestRejected unknown() {
        return new RequestRejected.NotFound("integration");
    }
}
