package dev.aiusage.providers.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.Message;
import dev.aiusage.application.telemetry.RejectedParts;
import dev.aiusage.application.telemetry.TelemetryEncoding;
import dev.aiusage.application.telemetry.TelemetrySignal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.nio.charset.StandardCharsets;

/** What the protocol answers: nothing after a full success, else how much was rejected and why. Clients do not send that again. */
final class OtlpReply {

    private final TelemetrySignal signal;
    private final RejectedParts rejected;

    OtlpReply(TelemetrySignal signal, RejectedParts rejected) {
        this.signal = signal;
        this.rejected = rejected;
    }

    byte[] in(TelemetryEncoding encoding) {
        return switch (encoding) {
            case PROTOBUF -> message().toByteArray();
            case JSON -> json().getBytes(StandardCharsets.UTF_8);
        };
    }

    private Message message() {
        return switch (signal) {
            case METRICS -> metrics();
            case LOGS -> logs();
            case TRACES -> traces();
        };
    }

    private Message metrics() {
        var response = ExportMetricsServiceResponse.newBuilder();
        return isFull()
                ? response.build()
                : response.setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                                .setRejectedDataPoints(rejected.count())
                                .setErrorMessage(reason()))
                        .build();
    }

    private Message logs() {
        var response = ExportLogsServiceResponse.newBuilder();
        return isFull()
                ? response.build()
                : response.setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                                .setRejectedLogRecords(rejected.count())
                                .setErrorMessage(reason()))
                        .build();
    }

    private Message traces() {
        var response = ExportTraceServiceResponse.newBuilder();
        return isFull()
                ? response.build()
                : response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                                .setRejectedSpans(rejected.count())
                                .setErrorMessage(reason()))
                        .build();
    }

    /** Whole numbers of 64 bits are texts in protobuf's JSON. */
    private String json() {
        var response = JsonNodeFactory.instance.objectNode();
        if (!isFull()) {
            response.putObject("partialSuccess")
                    .put(rejectedParts(), Long.toString(rejected.count()))
                    .put("errorMessage", reason());
        }
        return response.toString();
    }

    private String rejectedParts() {
        return switch (signal) {
            case METRICS -> "rejectedDataPoints";
            case LOGS -> "rejectedLogRecords";
            case TRACES -> "rejectedSpans";
        };
    }

    private String reason() {
        return rejected.count() + " rejected; the first: " + rejected.firstReason();
    }

    private boolean isFull() {
        return rejected.count() == 0;
    }
}
