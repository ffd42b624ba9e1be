package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The metrics of Codex. Tokens come as a histogram of turns, whose sum counts; the kind "total" is the others once more, what was
 * cached is part of the input, reasoning of the output, and so is what was written to a cache of the input.
 */
final class CodexMetrics implements MetricDialect {

    private static final String PREFIX = "codex.";

    @Override
    public boolean speaks(Sender sender, String metric) {
        return metric.startsWith(PREFIX) || sender.service().startsWith("codex");
    }

    @Override
    public Tool tool(Sender sender) {
        return Tool.CODEX;
    }

    @Override
    public Map<SumMeasure, BigDecimal> amounts(Point point) throws BadPart {
        return switch (point.metric()) {
            case PREFIX + "turn.token_usage" -> tokens(point);
            case PREFIX + "turn.cost_microusd" -> Map.of(SumMeasure.COST, Heights.microDollars(point.requiredSum()));
            case PREFIX + "api_request", PREFIX + "websocket.request" -> requests(point);
            case PREFIX + "thread.started" -> Map.of(SumMeasure.SESSIONS, point.requiredSum());
            default -> Map.of();
        };
    }

    @Override
    public String session(Point point) {
        return point.attributes().text("conversation.id").orElse("");
    }

    private static Map<SumMeasure, BigDecimal> tokens(Point point) throws BadPart {
        var count = point.requiredSum();
        return switch (point.attributes().text("token_type").orElse("")) {
            case "input" -> Map.of(SumMeasure.ALL_INPUT, count);
            case "cached_input" -> Map.of(SumMeasure.CACHED_INPUT, count);
            case "output" -> Map.of(SumMeasure.OUTPUT, count);
            default -> Map.of();
        };
    }

    private static Map<SumMeasure, BigDecimal> requests(Point point) throws BadPart {
        return point.attributes().is("success", "false") ? Map.of() : Map.of(SumMeasure.REQUESTS, point.requiredSum());
    }
}
