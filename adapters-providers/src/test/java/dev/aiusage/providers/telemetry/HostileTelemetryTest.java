package dev.aiusage.providers.telemetry;

import static dev.aiusage.application.telemetry.TelemetrySignal.LOGS;
import static dev.aiusage.application.telemetry.TelemetrySignal.METRICS;
import static dev.aiusage.application.telemetry.TelemetrySignal.TRACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.telemetry.RejectedParts;
import dev.aiusage.application.telemetry.TelemetryEncoding;
import dev.aiusage.application.telemetry.TelemetrySignal;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.providers.files.ListPrices;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileTelemetryTest {

    private static final String START = "1795514400000000000";
    private static final String END = "1795514460000000000";
    private static final String ATTRIBUTES =
            "\"attributes\":[{\"key\":\"type\",\"value\":{\"stringValue\":\"input\"}}]";

    @ParameterizedTest
    @CsvSource({
        "'\"asInt\":-1', it is negative",
        "'\"asDouble\":-0.5', it is negative",
        "'\"asDouble\":\"NaN\"', it is no finite number",
        "'\"asDouble\":\"-Infinity\"', it is no finite number",
        "'\"asDouble\":1e308', it is more than there can be",
        "'\"asInt\":\"9223372036854775807\"', it is more than there can be",
        "'\"flags\":0', it has no value"
    })
    void a_value_that_no_count_can_have_is_rejected_and_the_rest_is_kept(String value, String reason) {
        var delivered = Delivered.json(METRICS, metric(1, point(START, END, value), point(START, END, "\"asInt\":7")));

        assertThat(delivered.decoded().rejected())
                .isEqualTo(new RejectedParts(1, "claude_code.token.usage: " + reason));
        assertThat(delivered.sums(Tool.CLAUDE_CODE))
                .extracting(SumPoint::height)
                .containsExactly(7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000000000000000000", "18446744073709551615"})
    void a_time_of_1970_or_2554_is_rejected(String time) {
        var delivered = Delivered.json(METRICS, metric(1, point("0", time, "\"asInt\":7")));

        assertThat(delivered.decoded().rejected().count()).isEqualTo(1);
        assertThat(delivered.sums(Tool.CLAUDE_CODE)).isEmpty();
    }

    @Test
    void a_time_that_is_missing_is_that_of_arrival() {
        var delivered = Delivered.json(METRICS, metric(1, "{\"asInt\":7," + ATTRIBUTES + "}"));

        assertThat(delivered.sums(Tool.CLAUDE_CODE)).extracting(SumPoint::at).containsExactly(Delivered.NOON);
    }

    @Test
    void differences_with_one_start_or_none_stay_apart() {
        var delivered = Delivered.json(
                METRICS,
                metric(
                        1,
                        point(START, "1795514460000000000", "\"asInt\":7"),
                        point(START, "1795514520000000000", "\"asInt\":7"),
                        point("0", "1795514580000000000", "\"asInt\":7")));

        assertThat(delivered.sums(Tool.CLAUDE_CODE))
                .extracting(SumPoint::startedAt)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void what_grows_since_an_unknown_start_is_one_sum() {
        var delivered = Delivered.json(
                METRICS,
                metric(
                        2,
                        point("0", "1795514460000000000", "\"asInt\":7"),
                        point("0", "1795514520000000000", "\"asInt\":9")));

        assertThat(delivered.sums(Tool.CLAUDE_CODE))
                .extracting(SumPoint::startedAt)
                .containsExactly(Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void a_sum_that_ends_before_it_starts_or_says_not_how_it_adds_up_is_rejected() {
        var backwards = Delivered.json(METRICS, metric(2, point(END, START, "\"asInt\":7")));
        var unsaid = Delivered.json(METRICS, metric(0, point(START, END, "\"asInt\":7")));

        assertThat(backwards.decoded().rejected().count()).isEqualTo(1);
        assertThat(unsaid.decoded().rejected().count()).isEqualTo(1);
    }

    @Test
    void names_of_enums_and_of_fields_in_snake_case_and_whole_numbers_of_any_form_are_understood() {
        var json = "{\"resource_metrics\":[{\"scope_metrics\":[{\"metrics\":[{\"name\":\"claude_code.token.usage\","
                + "\"sum\":{\"aggregation_temporality\":\"AGGREGATION_TEMPORALITY_DELTA\",\"is_monotonic\":true,"
                + "\"data_points\":[{\"start_time_unix_nano\":" + START
                + ",\"time_unix_nano\":1.79551446e18,\"as_int\":\"7\","
                + ATTRIBUTES + ",\"newer\":{\"unknown\":[1,{}]}}]}}]}]}],\"alsoNewer\":null}";

        assertThat(Delivered.json(METRICS, json).heights(Tool.CLAUDE_CODE)).containsEntry(SumMeasure.INPUT, 7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{\"resourceMetrics\":",
                "{} {}",
                "{\"resourceMetrics\":{}}",
                "{\"resourceMetrics\":[1]}",
                "{\"resourceMetrics\":[null]}",
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"sum\":{\"dataPoints\":[{\"asInt\":12345678901234567890}]}}]}]}]}",
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"sum\":{\"dataPoints\":[{\"asInt\":1.5}]}}]}]}]}",
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"sum\":{\"dataPoints\":[{\"asInt\":1e999999999}]}}]}]}]}",
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"sum\":{\"dataPoints\":[{\"asInt\":{}}]}}]}]}]}",
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"sum\":{\"isMonotonic\":\"perhaps\"}}]}]}]}"
            })
    void what_is_no_otlp_is_refused_whole(String json) {
        assertRefused(METRICS, json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asInt", "asDouble"})
    void a_number_in_more_digits_than_any_has_is_refused_before_it_is_worked_out(String field) {
        var value = "\"%s\":\"%s7\"".formatted(field, "0".repeat(400));

        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> Delivered.json(METRICS, metric(1, point(START, END, value))))
                .withMessageContaining(field);
    }

    @Test
    void a_refusal_says_where_it_is_and_quotes_nothing() {
        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> Delivered.json(
                        TRACES, "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"spanId\":\"my secret\"}]}]}]}"))
                .withMessage("must hold hexadecimal digits at /resourceSpans/0/scopeSpans/0/spans/0/spanId");
    }

    @Test
    void deep_nesting_is_refused_in_both_encodings() {
        var json = "{\"resourceLogs\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":"
                + "{\"arrayValue\":{\"values\":[".repeat(2_000) + "]}}".repeat(2_000) + "}]}}]}";
        var value = AnyValue.getDefaultInstance();
        for (var i = 0; i < 200; i++) {
            var pair = KeyValue.newBuilder().setKey("a").setValue(value);
            value = AnyValue.newBuilder()
                    .setKvlistValue(KeyValueList.newBuilder().addValues(pair))
                    .build();
        }
        var binary = ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(KeyValue.newBuilder().setKey("a").setValue(value))))
                .build()
                .toByteArray();

        assertRefused(LOGS, json);
        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> Delivered.protobuf(METRICS, binary))
                .withMessageContaining("nested");
    }

    @Test
    void a_delivery_of_millions_of_empty_parts_is_refused_before_any_is_made() {
        var binary = new byte[16 << 20];
        for (var i = 0; i < binary.length; i += 2) {
            binary[i] = 0x0A;
        }
        var json = "{\"resourceMetrics\":[" + "{},".repeat(2_000_000) + "{}]}";

        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> Delivered.protobuf(METRICS, binary))
                .withMessageContaining("parts");
        assertRefused(METRICS, json);
    }

    /** One that has no name, and a text that comes as a number. */
    @ParameterizedTest
    @ValueSource(ints = {0x78, 0x18})
    void a_delivery_of_millions_of_fields_that_nobody_knows_is_refused_before_any_is_kept(int tag) {
        var part = new byte[4 << 20];
        for (var i = 0; i < part.length; i += 2) {
            part[i] = (byte) tag;
        }
        var whole = ByteString.fromHex("0A80808002")
                .concat(ByteString.copyFrom(part))
                .toByteArray();

        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> Delivered.protobuf(METRICS, whole))
                .withMessageContaining("parts");
    }

    @Test
    void a_few_fields_that_nobody_knows_are_ignored_and_groups_are_no_otlp() {
        assertThat(Delivered.protobuf(METRICS, new byte[] {0x78, 1, 0x78, 2})
                        .decoded()
                        .tools())
                .isEmpty();
        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> Delivered.protobuf(METRICS, new byte[] {0x7B, 0x7C}))
                .withMessageContaining("no protobuf");
    }

    @Test
    void protobuf_that_is_cut_off_or_changed_anywhere_is_read_or_refused_and_never_breaks() {
        var random = new Random(5);
        var whole = Delivered.toProtobuf(METRICS, Delivered.text("claude_code_metrics.json"));
        for (var round = 0; round < 2_000; round++) {
            var bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
            for (var change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Delivered.protobuf(METRICS, bytes);
            } catch (RequestRejected.Malformed refused) {
                assertThat(refused.field()).isEqualTo("body");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e999999999", "1e-999999999", "NaN", "many", "99999999999999999999"})
    void a_request_with_such_a_number_of_tokens_is_rejected(String tokens) {
        var json = Delivered.text("gemini_cli_logs.json")
                .replace("\"intValue\": \"236\"", "\"stringValue\": \"" + tokens + "\"");

        var delivered = Delivered.json(LOGS, json);

        assertThat(delivered.decoded().rejected().count()).isEqualTo(1);
        assertThat(delivered.decoded().rejected().firstReason()).startsWith("gemini_cli.api_response: ");
        assertThat(delivered.sums(Tool.GEMINI_CLI)).isEmpty();
    }

    @Test
    void a_request_of_more_tokens_than_any_has_is_rejected_and_has_no_price() {
        var json = Delivered.text("claude_code_logs.json")
                .replace("\"intValue\": \"5000\"", "\"intValue\": \"1000000001\"");

        var delivered = Delivered.json(LOGS, json);

        assertThat(delivered.events(Tool.CLAUDE_CODE)).isEmpty();
        assertThat(delivered.decoded().rejected().firstReason()).isEqualTo("api_request: it is more than there can be");
    }

    @Test
    void labels_hold_what_labels_can_hold() {
        var json = Delivered.text("claude_code_logs.json")
                .replace("\"shop\"", "\"a\\u0000b\\ud800" + "c".repeat(500) + "\"");

        var project = Delivered.json(LOGS, json)
                .events(Tool.CLAUDE_CODE)
                .get(0)
                .labels()
                .project()
                .text();

        assertThat(project).startsWith("a\uFFFDb").hasSize(200);
    }

    @Test
    void the_answer_tells_how_much_was_rejected_in_the_encoding_of_the_delivery() throws Exception {
        var decoder = new OtlpDecoder(ListPrices.load(), Clock.systemUTC());
        var rejected = new RejectedParts(2, "x: it is negative");

        var binary = decoder.reply(METRICS, TelemetryEncoding.PROTOBUF, rejected);
        var json = decoder.reply(TRACES, TelemetryEncoding.JSON, rejected);

        assertThat(ExportMetricsServiceResponse.parseFrom(binary).getPartialSuccess())
                .satisfies(partial -> {
                    assertThat(partial.getRejectedDataPoints()).isEqualTo(2);
                    assertThat(partial.getErrorMessage()).isEqualTo("2 rejected; the first: x: it is negative");
                });
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"partialSuccess\":{\"rejectedSpans\":\"2\","
                        + "\"errorMessage\":\"2 rejected; the first: x: it is negative\"}}");
        assertThat(decoder.reply(LOGS, TelemetryEncoding.PROTOBUF, RejectedParts.NONE))
                .isEmpty();
        assertThat(decoder.reply(LOGS, TelemetryEncoding.JSON, RejectedParts.NONE))
                .asString()
                .isEqualTo("{}");
    }

    private static void assertRefused(TelemetrySignal signal, String json) {
        assertThatExceptionOfType(RequestRejected.Malformed.class)
                .isThrownBy(() -> Delivered.json(signal, json))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("body"));
    }

    private static String metric(int temporality, String... points) {
        return "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"claude_code.token.usage\",\"sum\":"
                + "{\"aggregationTemporality\":" + temporality + ",\"isMonotonic\":true,\"dataPoints\":["
                + String.join(",", points) + "]}}]}]}]}";
    }

    private static String point(String start, String end, String value) {
        return "{\"startTimeUnixNano\":\"" + start + "\",\"timeUnixNano\":\"" + end + "\"," + value + "," + ATTRIBUTES
                + "}";
    }
}
