package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.AiUsage;
import dev.aiusage.application.telemetry.TelemetryDelivery;
import dev.aiusage.application.telemetry.TelemetryEncoding;
import dev.aiusage.application.telemetry.TelemetrySignal;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Transcript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session of ten requests, in the middle of which telemetry was switched on; the transcript knows all of it. */
final class TelemetryBesideLogsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:05:00Z");
    private static final UserId ADA = UserId.LOCAL;
    private static final String SESSION = "noon";
    private static final int REQUESTS = 10;
    private static final int SWITCHED_ON = 5;

    private enum Arrival {
        TRANSCRIPT,
        EVENTS,
        METRICS
    }

    static Stream<List<Arrival>> orders() {
        return Stream.of(Arrival.values())
                .flatMap(first -> Stream.of(Arrival.values())
                        .filter(second -> second != first)
                        .map(second -> inOrder(first, second)));
    }

    private static List<Arrival> inOrder(Arrival first, Arrival second) {
        var all = new ArrayList<>(List.of(first, second));
        Stream.of(Arrival.values()).filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    @ParameterizedTest
    @MethodSource("orders")
    void each_request_counts_once_in_whichever_order_it_arrives(List<Arrival> order) {
        try (var usage = AiUsage.builder()
                .inMemory()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()) {
            var host = new Host(usage, ADA);

            order.forEach(arrival -> arrive(usage, host, arrival));
            order.forEach(arrival -> arrive(usage, host, arrival));

            var tool = host.dashboard().tools().get(0);
            assertThat(host.dashboard().tools()).hasSize(1);
            assertThat(tool.tool()).isEqualTo(Tool.CLAUDE_CODE);
            assertThat(tool.totals().requests().count().orElse(-1)).isEqualTo(REQUESTS);
            assertThat(tool.totals().requests().basis()).isEqualTo(RequestBasis.REQUESTS);
            assertThat(tool.totals().tokens().input().orElse(-1)).isEqualTo(100L * REQUESTS);
            assertThat(tool.totals().tokens().output().orElse(-1)).isEqualTo(20L * REQUESTS);
            assertThat(tool.totals().sessions().orElse(-1)).isEqualTo(1);
            assertThat(tool.totals().decisions().acceptances().orElse(-1)).isEqualTo(3);
        }
    }

    @Test
    void metrics_alone_count_sessions_and_edits_for_requests() {
        try (var usage = AiUsage.builder()
                .inMemory()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()) {
            var host = new Host(usage, ADA);

            arrive(usage, host, Arrival.METRICS);

            var total = host.dashboard().tools().get(0).totals();
            assertThat(total.requests().count().orElse(-1)).isEqualTo(1 + 3);
            assertThat(total.requests().basis()).isEqualTo(RequestBasis.SESSIONS_AND_EDITS);
            assertThat(total.tokens().input().orElse(-1)).isEqualTo(500);
        }
    }

    private static void arrive(AiUsage usage, Host host, Arrival arrival) {
        switch (arrival) {
            case TRANSCRIPT -> host.bring(Transcript.of(SESSION, REQUESTS, NOW));
            case EVENTS -> deliver(usage, TelemetrySignal.LOGS, events());
            case METRICS -> deliver(usage, TelemetrySignal.METRICS, metrics());
        }
    }

    private static void deliver(AiUsage usage, TelemetrySignal signal, String json) {
        try {
            var body = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
            var answer =
                    usage.receiveTelemetry().receive(new TelemetryDelivery(ADA, signal, TelemetryEncoding.JSON, body));
            assertThat(answer).asString().isEqualTo("{}");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String events() {
        var records = IntStream.range(SWITCHED_ON, REQUESTS)
                .mapToObj(number -> {
                    var at = NOW.minus(REQUESTS - number, ChronoUnit.MINUTES).plusMillis(300);
                    return "{\"timeUnixNano\":\"" + nanos(at)
                            + "\",\"body\":{\"stringValue\":\"claude_code.api_request\"},"
                            + attributes(
                                    "event.name", "api_request",
                                    "session.id", SESSION,
                                    "request_id", "req_" + SESSION + "_" + number,
                                    "model", "claude-opus-5-5[1m]",
                                    "input_tokens", "100",
                                    "output_tokens", "20",
                                    "cost_usd", "0.5")
                            + "}";
                })
                .collect(Collectors.joining(","));
        return "{\"resourceLogs\":[{\"resource\":{" + attributes("service.name", "claude-code")
                + "},\"scopeLogs\":[{\"logRecords\":[" + records + "]}]}]}";
    }

    private static String metrics() {
        return "{\"resourceMetrics\":[{\"resource\":{" + attributes("service.name", "claude-code")
                + "},\"scopeMetrics\":[{\"metrics\":["
                + String.join(
                        ",",
                        metric("session.count", 1, "start_type", "fresh"),
                        metric("token.usage", 500, "type", "input"),
                        metric("token.usage", 100, "type", "output"),
                        metric("cost.usage", 2, "model", "claude-opus-5-5"),
                        metric("code_edit_tool.decision", 3, "decision", "accept"))
                + "]}]}]}";
    }

    private static String metric(String name, int value, String attribute, String is) {
        return "{\"name\":\"claude_code." + name + "\",\"sum\":{\"aggregationTemporality\":1,\"isMonotonic\":true,"
                + "\"dataPoints\":[{\"timeUnixNano\":\"" + nanos(NOW) + "\",\"asInt\":" + value + ","
                + attributes("session.id", SESSION, attribute, is) + "}]}}";
    }

    private static String attributes(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(pair -> "{\"key\":\"" + pairs[2 * pair] + "\",\"value\":{\"stringValue\":\""
                        + pairs[2 * pair + 1] + "\"}}")
                .collect(Collectors.joining(",", "\"attributes\":[", "]"));
    }

    private static String nanos(Instant instant) {
        return instant.getEpochSecond() + String.format(Locale.ROOT, "%09d", instant.getNano());
    }
}
