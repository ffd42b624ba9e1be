package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.telemetry.ReceiveTelemetry;
import dev.aiusage.application.telemetry.TelemetryDelivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes anything that does not begin with "bad", and answers by an empty message of the encoding. */
final class FakeTelemetry implements ReceiveTelemetry {

    final List<TelemetryDelivery> deliveries = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public byte[] receive(TelemetryDelivery delivery) throws IOException {
        meanwhile.run();
        var body = new String(delivery.body().readAllBytes(), StandardCharsets.UTF_8);
        if (body.startsWith("bad")) {
            throw new RequestRejected.Malformed("body", "is bad");
        }
        deliveries.add(delivery);
        bodies.add(body);
        return switch (delivery.encoding()) {
            case PROTOBUF -> new byte[0];
            case JSON -> "{}".getBytes(StandardCharsets.UTF_8);
        };
    }

    void reset() {
        deliveries.clear();
        bodies.clear();
        meanwhile = () -> {};
    }
}
