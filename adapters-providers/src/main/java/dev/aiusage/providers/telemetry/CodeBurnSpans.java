package dev.aiusage.providers.telemetry;

import com.google.protobuf.ByteString;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SessionKey;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The spans that CodeBurn's sync sends, by its public source: one for each call that it read out of the logs of some tool. Spans of
 * the same call have the same id, whoever sends them again; traces are sessions, by a hash of which logs know nothing, so these sums
 * belong to no session and step back on days of which logs are known. Other spans count nothing: whoever sends them measures the
 * same calls as metrics.
 */
final class CodeBurnSpans {

    private static final String PROVIDER = "ai.provider";

    /** Those that it calls by another name than we do. */
    private static final Map<String, Tool> TOOLS = Map.of(
            "claude", Tool.CLAUDE_CODE,
            "gemini", Tool.GEMINI_CLI,
            "cursor_agent", Tool.CURSOR,
            "copilot_cli", Tool.GITHUB_COPILOT);

    private final Times times;
    private final Gathered gathered;

    CodeBurnSpans(Times times, Gathered gathered) {
        this.times = times;
        this.gathered = gathered;
    }

    void read(ExportTraceServiceRequest request) {
        for (var ofResource : request.getResourceSpansList()) {
            var isCodeBurn = ofResource.getResource().getAttributesList().stream()
                    .anyMatch(attribute -> attribute.getKey().equals("codeburn.device_id"));
            if (isCodeBurn) {
                ofResource
                        .getScopeSpansList()
                        .forEach(ofScope -> ofScope.getSpansList().forEach(this::read));
            }
        }
    }

    /** Those without a provider tell of commits. */
    private void read(Span span) {
        var attributes = Attributes.of(span.getAttributesList());
        attributes.text(PROVIDER).ifPresent(provider -> {
            try {
                var named = ServiceTool.named(provider);
                var tool = TOOLS.getOrDefault(named.slug(), named);
                gathered.sums(tool, call(tool, span, attributes).all());
            } catch (BadPart bad) {
                gathered.reject("a span of CodeBurn", bad);
            }
        });
    }

    private RequestSums call(Tool tool, Span span, Attributes attributes) throws BadPart {
        if (span.getSpanId().isEmpty()) {
            throw new BadPart("it has no id");
        }
        var project = attributes.text("ai.project").map(Label::legible).orElse(Label.NONE);
        var labels = new EventLabels(ModelName.of(attributes.text("ai.model")), project, Label.NONE);
        var amounts = new Amounts(attributes)
                .addRequest()
                .add(SumMeasure.INPUT, "ai.input_tokens")
                .add(SumMeasure.OUTPUT, "ai.output_tokens")
                .add(SumMeasure.CACHE_READ, "ai.cache_read_tokens")
                .add(SumMeasure.CACHE_CREATION, "ai.cache_write_tokens")
                .add(SumMeasure.COST, attributes.number("ai.cost_usd").map(Heights::dollars))
                .all();
        return new RequestSums(tool, times.of(span.getStartTimeUnixNano()), labels, SessionKey.NONE)
                .add(List.of("codeburn", hex(span.getSpanId())), amounts)
                .ofSession(span.getTraceId().isEmpty() ? "" : "codeburn " + hex(span.getTraceId()));
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
