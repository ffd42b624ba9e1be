package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of OpenTelemetry's conventions for generative AI: tokens are the sum of one histogram, calls the count of another.
 * Agents and tools are operations too, of which each call of a model is measured by itself; they would count twice.
 */
final class GenAiAmounts {

    static final String TOKENS = "gen_ai.client.token.usage";
    static final String DURATION = "gen_ai.client.operation.duration";

    private static final Set<String> OF_MODELS = Set.of("chat", "generate_content", "text_completion", "embeddings");

    private GenAiAmounts() {}

    static Map<SumMeasure, BigDecimal> of(Point point) throws BadPart {
        var isOfModel = point.attributes()
                .text("gen_ai.operation.name")
                .map(OF_MODELS::contains)
                .orElse(true);
        if (!isOfModel) {
            return Map.of();
        }
        return switch (point.metric()) {
            case TOKENS -> tokens(point);
            case DURATION ->
                Outcome.isFailure(point.attributes()) ? Map.of() : Map.of(SumMeasure.REQUESTS, point.count());
            default -> Map.of();
        };
    }

    static EventLabels labels(Point point, Label language) {
        var attributes = point.attributes();
        var model = attributes.text("gen_ai.response.model").or(() -> attributes.text("gen_ai.request.model"));
        return new EventLabels(ModelName.of(model), point.sender().project(attributes), language);
    }

    /** What was cached is part of the input, and only spans tell how much. */
    private static Map<SumMeasure, BigDecimal> tokens(Point point) throws BadPart {
        var count = point.requiredSum();
        return switch (point.attributes().text("gen_ai.token.type").orElse("")) {
            case "input" -> Map.of(SumMeasure.ALL_INPUT, count);
            // "completion" until version 1.27 of the conventions.
            case "output", "completion" -> Map.of(SumMeasure.OUTPUT, count);
            default -> Map.of();
        };
    }
}
