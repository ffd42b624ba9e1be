package dev.aiusage.testing;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Exporters that write OTLP's JSON as the SDK itself writes it; over HTTP the SDK for Java only offers the binary encoding. */
final class JsonTelemetry {

    private final TelemetryRelay relay;

    JsonTelemetry(TelemetryRelay relay) {
        this.relay = relay;
    }

    MetricExporter metrics(AggregationTemporalitySelector temporality) {
        return new MetricExporter() {
            @Override
            public AggregationTemporality getAggregationTemporality(InstrumentType type) {
                return temporality.getAggregationTemporality(type);
            }

            @Override
            public CompletableResultCode export(Collection<MetricData> metrics) {
                return send("/v1/metrics", MetricsRequestMarshaler.create(metrics));
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
    }

    LogRecordExporter logs() {
        return new LogRecordExporter() {
            @Override
            public CompletableResultCode export(Collection<LogRecordData> logs) {
                return send("/v1/logs", LogsRequestMarshaler.create(logs));
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
    }

    private CompletableResultCode send(String path, Marshaler request) {
        var json = new ByteArrayOutputStream();
        try {
            request.writeJsonTo(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        relay.takeJson(path, json.toByteArray());
        return CompletableResultCode.ofSuccess();
    }
}
