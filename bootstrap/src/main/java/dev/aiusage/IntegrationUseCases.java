package dev.aiusage;

import dev.aiusage.application.integrations.ChangeIntegration;
import dev.aiusage.application.integrations.ConnectIntegration;
import dev.aiusage.application.integrations.ListIntegrations;
import dev.aiusage.application.integrations.RemoveIntegration;
import dev.aiusage.application.integrations.VendorKeys;

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
        VendorKeys keys) {}
