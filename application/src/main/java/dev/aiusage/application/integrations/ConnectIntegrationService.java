package dev.aiusage.application.integrations;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import java.time.Clock;
import java.util.Optional;

/** Checks what was typed in, seals the key, keeps both and queues the first synchronisation. */
public final class ConnectIntegrationService implements ConnectIntegration {

    private final Integrations integrations;
    private final KeyVault vault;
    private final SyncRuns syncs;
    private final Clock clock;

    public ConnectIntegrationService(Integrations integrations, KeyVault vault, SyncRuns syncs, Clock clock) {
        this.integrations = integrations;
        this.vault = vault;
        this.syncs = syncs;
        this.clock = clock;
    }

    @Override
    public ShownIntegration connect(NewConnection asked) {
        var vendor = Vendor.of(asked.tool());
        var scope = ScopeForm.of(vendor).scope(asked);
        var key = KeyForm.of(vendor).checked(asked.key());
        var user = asked.user();
        var now = clock.instant();
        var id = IntegrationId.random();
        var fresh = Integration.opened(id, user, asked.tool(), IntegrationMethod.API, scope, now)
                .with(Connection.by(key));
        var entry = AuditEntry.by(user, AuditAction.INTEGRATION_CONNECTED, id.value(), now);

        var connected = integrations.connect(new KeyedIntegration(fresh, vault.seal(key, user, id)), entry);
        return new ShownIntegration(connected, Optional.of(syncs.enqueue(user, id, now)));
    }
}
