package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * The metrics of Claude Code, by its documentation ("Monitoring usage"). None of them counts requests; sessions and decisions on
 * edits stand for them where the events don't come.
 */
final class ClaudeCodeMetrics implements MetricDialect {

    private static final String PREFIX = "claude_code.";

    /** Of files whose names do not tell it. */
    private static final String NO_LANGUAGE = "unknown";

    @Override
    public boolean speaks(Sender sender, String metric) {
        return metric.startsWith(PREFIX) || sender.service().startsWith("claude-code");
    }

    @Override
    public Tool tool(Sender sender) {
        return Tool.CLAUDE_CODE;
    }

    @Override
    public Map<SumMeasure, BigDecimal> amounts(Point point) throws BadPart {
        return switch (point.metric()) {
            case PREFIX + "session.count" -> sessions(point);
            case PREFIX + "token.usage" -> tokens(point);
            case PREFIX + "cost.usage" -> Map.of(SumMeasure.COST, Heights.dollars(point.requiredSum()));
            case PREFIX + "lines_of_code.count" -> LineAmounts.of(point);
            case PREFIX + "code_edit_tool.decision" -> decisions(point);
            default -> Map.of();
        };
    }

    @Override
    public EventLabels labels(Point point) {
        var labels = MetricDialect.super.labels(point);
        var language = point.attributes()
                .text("language")
                .filter(name -> !name.equals(NO_LANGUAGE))
                .map(Label::legible)
                .orElse(Label.NONE);
        return new EventLabels(labels.model(), labels.project(), language);
    }

    /** Looking at the list of agents opens no session. */
    private static Map<SumMeasure, BigDecimal> sessions(Point point) throws BadPart {
        if (point.attributes().is("start_type", "agents_view")) {
            return Map.of();
        }
        var count = point.requiredSum();
        return Map.of(SumMeasure.SESSIONS, count, SumMeasure.SESSIONS_AND_EDITS, count);
    }

    private static Map<SumMeasure, BigDecimal> tokens(Point point) throws BadPart {
        var count = point.requiredSum();
        return switch (point.attributes().text("type").orElse("")) {
            case "input" -> Map.of(SumMeasure.INPUT, count);
            case "output" -> Map.of(SumMeasure.OUTPUT, count);
            case "cacheRead" -> Map.of(SumMeasure.CACHE_READ, count);
            case "cacheCreation" -> Map.of(SumMeasure.CACHE_CREATION, count);
            default -> Map.of();
        };
    }

    private static Map<SumMeasure, BigDecimal> decisions(Point point) throws BadPart {
        var count = point.requiredSum();
        return switch (point.attributes().text("decision").orElse("")) {
            case "accept" -> withEdits(DecisionAmounts.accepted(count), count);
            case "reject" -> withEdits(DecisionAmounts.rejected(count), count);
            default -> Map.of();
        };
    }

    private static Map<SumMeasure, BigDecimal> withEdits(Map<SumMeasure, BigDecimal> decisions, BigDecimal count) {
        var all = new EnumMap<>(decisions);
        all.put(SumMeasure.SESSIONS_AND_EDITS, count);
        return all;
    }
}
