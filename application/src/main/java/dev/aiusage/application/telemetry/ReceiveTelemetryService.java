package dev.aiusage.application.telemetry;

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
import java.util.List;
import java.util.function.Consumer;

/** Keeps each tool's usage under an integration of its own, made when its telemetry first arrives. */
public final class ReceiveTelemetryService implements ReceiveTelemetry {

    private static final String TOO_LARGE = "the numbers add up to more than can be counted";

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
        var rejected = decoded.rejected();
        for (var part : decoded.tools().entrySet()) {
            rejected = rejected.and(keep(delivery.user(), part.getKey(), part.getValue()));
        }
        return decoder.reply(delivery.signal(), delivery.encoding(), rejected);
    }

    private RejectedParts keep(UserId user, Tool tool, DecodedTelemetry.OfTool usage) {
        var now = clock.instant();
        var opened = new OpenIntegration(
                () -> integrations.open(user, tool, IntegrationMethod.TELEMETRY, Scope.EVERYTHING, now));
        return opened.use(integration -> keep(integration, usage, now));
    }

    private RejectedParts keep(Integration held, DecodedTelemetry.OfTool usage, Instant now) {
        var user = held.user();
        var integration = held.id();
        var rejected = kept(usage.events(), all -> events.record(user, integration, all))
                .and(kept(usage.sums(), all -> sums.record(user, integration, all)));
        integrations.noteSynced(user, integration, now);
        return rejected;
    }

    /** All or none of them. */
    private static <T> RejectedParts kept(List<T> all, Consumer<List<T>> storage) {
        try {
            if (!all.isEmpty()) {
                storage.accept(all);
            }
            return RejectedParts.NONE;
        } catch (ArithmeticException tooLarge) {
            return new RejectedParts(all.size(), TOO_LARGE);
        }
    }
}
