package dev.aiusage.testing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A run of a tool that measures itself with the SDK, under Claude Code's names and those of the conventions. */
public final class InstrumentedTool implements AutoCloseable {

    /** How it exports what it measures. */
    public enum Encoding {
        PROTOBUF,
        JSON
    }

    /** A clock that the test turns; clients' clocks stand in the past here, so that several quarters of an hour go by. */
    public static final class Turned implements Clock {

        private Instant now;

        public Turned(Instant now) {
            this.now = now;
        }

        public void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public long now() {
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public long nanoTime() {
            return now();
        }
    }

    private final String session;
    private final SdkMeterProvider meters;
    private final SdkLoggerProvider loggers;
    private final LongCounter tokens;
    private final DoubleCounter cost;
    private final LongCounter lines;
    private final LongCounter decisions;
    private final DoubleHistogram genAiTokens;
    private final Logger events;

    public InstrumentedTool(
            String session,
            TelemetryRelay relay,
            Encoding encoding,
            AggregationTemporalitySelector temporality,
            Turned clock) {
        this.session = session;
        var resource = Resource.create(Attributes.of(
                AttributeKey.stringKey("service.name"), "claude-code", AttributeKey.stringKey("project"), "shop"));
        meters = SdkMeterProvider.builder()
                .setResource(resource)
                .setClock(clock)
                .registerMetricReader(PeriodicMetricReader.builder(metricExporter(relay, encoding, temporality))
                        .setInterval(Duration.ofDays(1))
                        .build())
                .build();
        loggers = SdkLoggerProvider.builder()
                .setResource(resource)
                .setClock(clock)
                .addLogRecordProcessor(SimpleLogRecordProcessor.create(logExporter(relay, encoding)))
                .build();
        var meter = meters.get("com.anthropic.claude_code");
        tokens = meter.counterBuilder("claude_code.token.usage").build();
        cost = meter.counterBuilder("claude_code.cost.usage").ofDoubles().build();
        lines = meter.counterBuilder("claude_code.lines_of_code.count").build();
        decisions = meter.counterBuilder("claude_code.code_edit_tool.decision").build();
        genAiTokens = meter.histogramBuilder("gen_ai.client.token.usage").build();
        events = loggers.get("com.anthropic.claude_code.events");
    }

    public void countTokens(String type, long count) {
        tokens.add(count, with("type", type));
    }

    public void countCost(double dollars) {
        cost.add(dollars, with("model", "claude-opus-4-6"));
    }

    public void countLines(long added) {
        lines.add(added, with("type", "added"));
    }

    public void countDecision(String decision) {
        decisions.add(1, with("decision", decision));
    }

    /** Which this tool must not send; they would count once more. */
    public void measureByConventions(int count) {
        genAiTokens.record(count, with("gen_ai.token.type", "input"));
    }

    /** A request with an id, in a session of which no metric tells. */
    public void tellOfRequest(String id, long input, long output) {
        events.logRecordBuilder()
                .setBody("claude_code.api_request")
                .setAttribute("event.name", "api_request")
                .setAttribute("session.id", session + " events")
                .setAttribute("request_id", id)
                .setAttribute("model", "claude-opus-4-6")
                .setAttribute("input_tokens", input)
                .setAttribute("output_tokens", Long.toString(output))
                .setAttribute("cost_usd", 0.001)
                .emit();
    }

    /** Exports what was measured since the last time. */
    public void export() {
        require(meters.forceFlush().join(30, TimeUnit.SECONDS).isSuccess());
        require(loggers.forceFlush().join(30, TimeUnit.SECONDS).isSuccess());
    }

    private Attributes with(String key, String value) {
        return Attributes.of(AttributeKey.stringKey("session.id"), session, AttributeKey.stringKey(key), value);
    }

    private static MetricExporter metricExporter(
            TelemetryRelay relay, Encoding encoding, AggregationTemporalitySelector temporality) {
        return switch (encoding) {
            case JSON -> new JsonTelemetry(relay).metrics(temporality);
            case PROTOBUF ->
                OtlpHttpMetricExporter.builder()
                        .setEndpoint(relay.address() + "/v1/metrics")
                        .setCompression("gzip")
                        .setAggregationTemporalitySelector(temporality)
                        .build();
        };
    }

    private static LogRecordExporter logExporter(TelemetryRelay relay, Encoding encoding) {
        return switch (encoding) {
            case JSON -> new JsonTelemetry(relay).logs();
            case PROTOBUF ->
                OtlpHttpLogRecordExporter.builder()
                        .setEndpoint(relay.address() + "/v1/logs")
                        .build();
        };
    }

    private static void require(boolean isSuccess) {
        if (!isSuccess) {
            throw new IllegalStateException("the telemetry could not be exported");
        }
    }

    /** As when the tool ends: what was measured is exported. */
    @Override
    public void close() {
        meters.close();
        loggers.close();
    }
}
