package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import java.math.BigDecimal;
import java.util.Map;

/** Whatever else follows the conventions: its service is the tool. */
final class GenAiMetrics implements MetricDialect {

    @Override
    public boolean speaks(Sender sender, String metric) {
        return metric.equals(GenAiAmounts.TOKENS) || metric.equals(GenAiAmounts.DURATION);
    }

    @Override
    public Tool tool(Sender sender) {
        return ServiceTool.named(sender.service());
    }

    @Override
    public Map<SumMeasure, BigDecimal> amounts(Point point) throws BadPart {
        return GenAiAmounts.of(point);
    }

    @Override
    public EventLabels labels(Point point) {
        return GenAiAmounts.labels(point, Label.NONE);
    }
}
