package dev.aiusage;

import dev.aiusage.application.integrations.ChangeIntegration;
import dev.aiusage.application.integrations.ChangeIntegrationService;
import dev.aiusage.application.integrations.ConnectIntegration;
import dev.aiusage.application.integrations.ConnectIntegrationService;
import dev.aiusage.application.integrations.KeyTrial;
import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.application.integrations.ListIntegrations;
import dev.aiusage.application.integrations.ListIntegrationsService;
import dev.aiusage.application.integrations.QueuedSyncs;
import dev.aiusage.application.integrations.RemoveIntegration;
import dev.aiusage.application.integrations.RemoveIntegrationService;
import dev.aiusage.application.integrations.VendorKeys;
import java.time.Clock;

/**
 * What users do with integrations, and what a synchronisation needs of them.
 *
 * @param keys takes stored keys out for calls to vendors
 */
public record IntegrationUseCases(
        ConnectIntegration connect,
        ListIntegrations list,
        ChangeIntegration change,
        RemoveIntegration remove,
        VendorKeys keys) {

    static IntegrationUseCases of(Storage storage, KeyVault vault, KeyTrial trial, Clock clock) {
        var held = storage.integrations();
        var syncing = storage.access().syncing();
        var queued = new QueuedSyncs(syncing.runs(), syncing.schedule());
        var list = new ListIntegrationsService(held, syncing.runs(), syncing.schedule());
        return new IntegrationUseCases(
                new ConnectIntegrationService(held, vault, queued, trial, clock),
                list,
                new ChangeIntegrationService(held, vault, queued, list, clock),
                new RemoveIntegrationService(held, clock),
                new VendorKeys(held, vault));
    }
}
