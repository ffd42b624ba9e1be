package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.Secret;

/** What an integration is after one change. */
record ChangedIntegration(KeyedIntegration before, KeyVault vault)
        implements IntegrationChange.Cases<KeyedIntegration> {

    @Override
    public KeyedIntegration newKey(Secret typed) {
        var integration = before.integration();
        var key = KeyForm.of(Vendor.of(integration.tool())).checked(typed);
        return new KeyedIntegration(
                integration.with(Connection.by(key)), vault.seal(key, integration.user(), integration.id()));
    }

    @Override
    public KeyedIntegration newAccount(String typed) {
        var integration = before.integration();
        return with(integration.narrowedTo(
                ScopeForm.of(Vendor.of(integration.tool())).account(typed)));
    }

    @Override
    public KeyedIntegration pause() {
        return with(before.integration().with(before.integration().connection().paused()));
    }

    /** A key that does not open is not worth a synchronisation, and its user should know at once. */
    @Override
    public KeyedIntegration resume() {
        var integration = before.integration();
        var connection = integration.connection().resumed();
        return with(integration.with(vault.open(before.key(), integration.user(), integration.id())
                .match(new ConnectionAfterOpening(connection))));
    }

    private KeyedIntegration with(Integration changed) {
        return new KeyedIntegration(changed, before.key());
    }
}
