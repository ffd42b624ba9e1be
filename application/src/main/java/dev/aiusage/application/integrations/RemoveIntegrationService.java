package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;

/** Removes what is there, and says so where nothing is. */
public final class RemoveIntegrationService implements RemoveIntegration {

    private final Integrations integrations;
    private final Clock clock;

    public RemoveIntegrationService(Integrations integrations, Clock clock) {
        this.integrations = integrations;
        this.clock = clock;
    }

    @Override
    public void remove(UserId user, IntegrationId integration) {
        var entry = AuditEntry.by(user, AuditAction.INTEGRATION_REMOVED, integration.value(), clock.instant());
        if (!integrations.remove(user, integration, entry)) {
            throw new RequestRejected.NotFound("integration");
        }
    }
}
