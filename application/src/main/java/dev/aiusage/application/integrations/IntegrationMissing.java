package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;

/** The user has no such integration, or not any more: it may be removed at any moment, also while its usage arrives. */
public final class IntegrationMissing extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public IntegrationMissing(IntegrationId integration) {
        super("the user has no integration " + integration);
    }
}
