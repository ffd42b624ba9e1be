package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import java.math.BigDecimal;
import java.util.Map;

/** The metrics of Copilot's clients: those of the conventions, and some of their own. */
final class CopilotMetrics implements MetricDialect {

    private static final String PREFIX = "copilot_chat.";

    @Override
    public boolean speaks(Sender sender, String metric) {
        return metric.startsWith(PREFIX)
                || metric.startsWith("github.copilot.")
                || sender.service().startsWith("copilot")
                || sender.service().startsWith("github-copilot");
    }

    @Override
    public Tool tool(Sender sender) {
        return Tool.GITHUB_COPILOT;
    }

    @Override
    public Map<SumMeasure, BigDecimal> amounts(Point point) throws BadPart {
        return switch (point.metric()) {
            case PREFIX + "session.count" -> Map.of(SumMeasure.SESSIONS, point.requiredSum());
            case PREFIX + "lines_of_code.count" -> LineAmounts.of(point);
            case PREFIX + "edit.acceptance.count" -> decisions(point);
            default -> GenAiAmounts.of(point);
        };
    }

    @Override
    public EventLabels labels(Point point) {
        var language = point.attributes()
                .text(PREFIX + "language_id")
                .map(Label::legible)
                .orElse(Label.NONE);
        return GenAiAmounts.labels(point, language);
    }

    /** An edit that was saved may still be accepted or rejected, and then comes again. */
    private static Map<SumMeasure, BigDecimal> decisions(Point point) throws BadPart {
        var count = point.requiredSum();
        return switch (point.attributes().text(PREFIX + "edit.outcome").orElse("")) {
            case "accepted" -> DecisionAmounts.accepted(count);
            case "rejected" -> DecisionAmounts.rejected(count);
            default -> Map.of();
        };
    }
}
