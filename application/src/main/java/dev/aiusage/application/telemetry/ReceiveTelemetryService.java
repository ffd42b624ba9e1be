package dev.aiusage.application.telemetry;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.OpenIntegration;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** Keeps each tool's usage under an integration of its own, made when its telemetry first arrives. */
public final class ReceiveTelemetryService implements ReceiveTelemetry {

    private final TelemetryDecoder decoder;
    private final Integrations integrations;
    private final UsageEvents events;
    private final TelemetrySums sums;
    private final Clock clock;

    public ReceiveTelemetryService(
            TelemetryDecoder decoder, Integrations integrations, UsageEvents events, TelemetrySums sums, Clock clock) {
        this.decoder = decoder;
        this.integrations = integrations;
        this.events = events;
        this.sums = sums;
        this.clock = clock;
    }

    @Override
    public byte[] receive(TelemetryDelivery delivery) throws IOException {
        var decoded = decoder.decode(delivery.signal(), delivery.encoding(), delivery.body());
        try {
            decoded.tools().forEach((tool, usage) -> keep(delivery.user(), tool, usage));
        } catch (ArithmeticException tooLarge) {
            throw new RequestRejected.Malformed("body", "the numbers add up to more than can be counted");
        }
        return decoder.reply(delivery.signal(), delivery.encoding(), decoded.rejected());
    }

    private void keep(UserId user, Tool tool, DecodedTelemetry.OfTool usage) {
        var now = clock.instant();
        var opened = new OpenIntegration(
                () -> integrations.open(user, tool, IntegrationMethod.TELEMETRY, Scope.EVERYTHING, now));
        opened.use(integration -> keep(integration, usage, now));
    }

    private Integration keep(Integration held, DecodedTelemetry.OfTool usage, Instant now) {
        var user = held.user();
        var integration = held.id();
        if (!usage.events().isEmpty()) {
            events.record(user, integration, usage.events());
        }
        if (!usage.sums().isEmpty()) {
            sums.record(user, integration, usage.sums());
        }
        integrations.noteSynced(user, integration, now);
        return held;
    }
}
