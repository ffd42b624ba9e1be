package dev.aiusage.application.telemetry;

import dev.aiusage.domain.user.UserId;
import java.io.InputStream;

/**
 * What a client sent at once.
 *
 * @param body unpacked; read to its end, not closed
 */
public record TelemetryDelivery(UserId user, TelemetrySignal signal, TelemetryEncoding encoding, InputStream body) {}
