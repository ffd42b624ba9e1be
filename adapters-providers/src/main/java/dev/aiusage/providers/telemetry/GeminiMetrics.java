package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The metrics of Gemini CLI under its own names. It sends the same tokens by those of the conventions too, which therefore count
 * nothing here. What was cached is part of the input; thoughts are output, and what tools answered is input beside the rest.
 */
final class GeminiMetrics implements MetricDialect {

    private static final String PREFIX = "gemini_cli.";

    @Override
    public boolean speaks(Sender sender, String metric) {
        return metric.startsWith(PREFIX) || sender.service().startsWith("gemini-cli");
    }

    @Override
    public Tool tool(Sender sender) {
        return Tool.GEMINI_CLI;
    }

    @Override
    public Map<SumMeasure, BigDecimal> amounts(Point point) throws BadPart {
        return switch (point.metric()) {
            case PREFIX + "session.count" -> Map.of(SumMeasure.SESSIONS, point.requiredSum());
            case PREFIX + "token.usage" -> tokens(point);
            case PREFIX + "api.request.count" ->
                Outcome.isFailure(point.attributes()) ? Map.of() : Map.of(SumMeasure.REQUESTS, point.requiredSum());
            case PREFIX + "lines.changed" -> LineAmounts.of(point);
            case PREFIX + "tool.call.count" -> decisions(point);
            default -> Map.of();
        };
    }

    private static Map<SumMeasure, BigDecimal> tokens(Point point) throws BadPart {
        var count = point.requiredSum();
        return switch (point.attributes().text("type").orElse("")) {
            case "input" -> Map.of(SumMeasure.ALL_INPUT, count);
            case "cache" -> Map.of(SumMeasure.CACHED_INPUT, count);
            case "tool" -> Map.of(SumMeasure.INPUT, count);
            case "output", "thought" -> Map.of(SumMeasure.OUTPUT, count);
            default -> Map.of();
        };
    }

    private static Map<SumMeasure, BigDecimal> decisions(Point point) throws BadPart {
        var count = point.requiredSum();
        return switch (point.attributes().text("decision").orElse("")) {
            case "accept", "modify", "auto_accept" -> DecisionAmounts.accepted(count);
            case "reject" -> DecisionAmounts.rejected(count);
            default -> Map.of();
        };
    }
}
