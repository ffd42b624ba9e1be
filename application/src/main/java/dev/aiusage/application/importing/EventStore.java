package dev.aiusage.application.importing;

import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.OpenIntegration;
import dev.aiusage.application.usage.Delivery;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The storage as a destination of events. */
public record EventStore(Integrations integrations, UsageEvents events, Clock clock) {

    /** Opens an integration for each tool that something comes of. For one thread. */
    public EventDestination of(UserId user, IntegrationMethod method, Scope scope, DeviceName device) {
        Map<Tool, OpenIntegration> opened = new HashMap<>();
        return (tool, chunk) -> opened.computeIfAbsent(
                        tool,
                        first -> new OpenIntegration(
                                () -> integrations.open(user, first, method, scope, clock.instant())))
                .use(integration -> record(integration, device, chunk));
    }

    private RecordedEvents record(Integration integration, DeviceName device, List<UsageEvent> chunk) {
        var user = integration.user();
        var recorded = events.record(user, integration.id(), new Delivery(device, clock.instant()), chunk);
        integrations.noteSynced(user, integration.id(), clock.instant());
        return recorded;
    }
}
