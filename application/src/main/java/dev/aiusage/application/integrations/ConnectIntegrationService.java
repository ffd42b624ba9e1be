package dev.aiusage.application.integrations;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import java.time.Clock;
import java.util.Optional;

/** Checks what was typed in, seals the key, keeps both and queues the first synchronisation. */
public final class ConnectIntegrationService implements ConnectIntegration {

    private final Integrations integrations;
    private final KeyVault vault;
    private final QueuedSyncs syncs;
    private final KeyTrial trial;
    private final Clock clock;

    public ConnectIntegrationService(
            Integrations integrations, KeyVault vault, QueuedSyncs syncs, KeyTrial trial, Clock clock) {
        this.integrations = integrations;
        this.vault = vault;
        this.syncs = syncs;
        this.trial = trial;
        this.clock = clock;
    }

    @Override
    public ShownIntegration connect(NewConnection asked) {
        return keep(asked, checked(asked));
    }

    @Override
    public TriedIntegration connectTried(NewConnection asked) {
        var form = checked(asked);
        var reach = trial.reach(asked.tool(), form.key(), form.scope());
        return new TriedIntegration(keep(asked, form), reach);
    }

    private record Form(Scope scope, Secret key) {}

    private static Form checked(NewConnection asked) {
        var vendor = Vendor.of(asked.tool());
        return new Form(ScopeForm.of(vendor).scope(asked), KeyForm.of(vendor).checked(asked.key()));
    }

    private ShownIntegration keep(NewConnection asked, Form form) {
        var user = asked.user();
        var now = clock.instant();
        var id = IntegrationId.random();
        var fresh = Integration.opened(id, user, asked.tool(), IntegrationMethod.API, form.scope(), now)
                .with(Connection.by(form.key()));
        var entry = AuditEntry.by(user, AuditAction.INTEGRATION_CONNECTED, id.value(), now);

        var connected = integrations.connect(new KeyedIntegration(fresh, vault.seal(form.key(), user, id)), entry);
        return new ShownIntegration(connected, Optional.of(syncs.enqueue(user, id, now)), Optional.of(now));
    }
}
