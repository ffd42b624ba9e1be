package dev.aiusage.providers.telemetry;

import com.google.protobuf.Message;
import dev.aiusage.application.telemetry.DecodedTelemetry;
import dev.aiusage.application.telemetry.TelemetryEncoding;
import dev.aiusage.application.telemetry.TelemetrySignal;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.providers.files.ListPrices;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the decoder makes of a delivery that arrived at noon. */
record Delivered(DecodedTelemetry decoded) {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final OtlpDecoder DECODER = new OtlpDecoder(ListPrices.load(), Clock.fixed(NOON, ZoneOffset.UTC));

    static Delivered json(TelemetrySignal signal, String json) {
        return of(signal, TelemetryEncoding.JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static Delivered protobuf(TelemetrySignal signal, byte[] bytes) {
        return of(signal, TelemetryEncoding.PROTOBUF, bytes);
    }

    static Delivered fixture(TelemetrySignal signal, String name) {
        return json(signal, text(name));
    }

    /** The same delivery in the other encoding. */
    static Delivered binaryFixture(TelemetrySignal signal, String name) {
        return protobuf(signal, toProtobuf(signal, text(name)));
    }

    static byte[] toProtobuf(TelemetrySignal signal, String json) {
        Message.Builder message = switch (signal) {
            case METRICS -> ExportMetricsServiceRequest.newBuilder();
            case LOGS -> ExportLogsServiceRequest.newBuilder();
            case TRACES -> ExportTraceServiceRequest.newBuilder();
        };
        OtlpJson.read(json.getBytes(StandardCharsets.UTF_8), message);
        return message.build().toByteArray();
    }

    static String text(String name) {
        try (var file = Delivered.class.getResourceAsStream("/telemetry/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<UsageEvent> events(Tool tool) {
        return of(tool).events();
    }

    List<SumPoint> sums(Tool tool) {
        return of(tool).sums();
    }

    /** How high the sums of each measure stand together. */
    Map<SumMeasure, Long> heights(Tool tool) {
        var heights = new TreeMap<SumMeasure, Long>();
        sums(tool).forEach(sum -> heights.merge(sum.measure(), sum.height(), Long::sum));
        return heights;
    }

    private DecodedTelemetry.OfTool of(Tool tool) {
        return decoded.tools().getOrDefault(tool, new DecodedTelemetry.OfTool(List.of(), List.of()));
    }

    private static Delivered of(TelemetrySignal signal, TelemetryEncoding encoding, byte[] bytes) {
        try {
            return new Delivered(DECODER.decode(signal, encoding, new ByteArrayInputStream(bytes)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
