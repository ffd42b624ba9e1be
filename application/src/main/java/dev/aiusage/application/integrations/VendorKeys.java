package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;

/**
 * Takes stored keys out of the vault for calls to vendors. That a key does not open is noted on its integration and disturbs no
 * other; so is that it opens again.
 */
public final class VendorKeys {

    private final Integrations integrations;
    private final KeyVault vault;

    public VendorKeys(Integrations integrations, KeyVault vault) {
        this.integrations = integrations;
        this.vault = vault;
    }

    /**
     * The key of the user's integration.
     *
     * @throws IntegrationMissing if the user has no such integration
     */
    public OpenedKey open(UserId user, IntegrationId integration) {
        var held = integrations.find(user, integration).orElseThrow(() -> new IntegrationMissing(integration));
        var opened = vault.open(held.key(), user, integration);
        note(held.integration(), held.key(), opened);
        return opened;
    }

    private void note(Integration integration, SealedKey used, OpenedKey opened) {
        var before = integration.connection();
        var after = opened.match(new ConnectionAfterOpening(before));
        if (!after.equals(before)) {
            integrations.noteStatus(integration.user(), integration.id(), used, after.status(), after.detail());
        }
    }
}
