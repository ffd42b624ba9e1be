package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.anthropic.ReportRow.ModelPart;
import dev.aiusage.providers.calls.JsonFields;
import java.util.stream.Stream;

/**
 * Rows of Claude Code Analytics. One person has several a day, by terminal and kind of customer, so they add up. Only tokens and
 * cost fall to models; requests are not counted, so sessions and decided edits stand in.
 */
final class ClaudeCodeRows {

    private ClaudeCodeRows() {}

    static Stream<ReportRow> of(JsonFields row) {
        var core = row.object("core_metrics");
        var sessions = core.count("num_sessions");
        var decisions = ToolActions.decisions(row.object("tool_actions"), "accepted", "rejected");
        var models = row.objects("model_breakdown").map(ClaudeCodeRows::model).toList();
        var measures = models.stream()
                .map(ModelPart::measures)
                .reduce(Measures.NONE, Measures::plus)
                .withRequests(requests(sessions.plus(decisions.acceptances()).plus(decisions.rejections())))
                .withLines(ToolActions.lines(core.object("lines_of_code"), "added", "removed"))
                .withDecisions(decisions)
                .withSessions(sessions);
        return Stream.of(new ReportRow(row.date("date"), Members.actor(row.object("actor")), measures, models));
    }

    private static RequestCount requests(Count standIn) {
        return RequestCount.of(standIn, RequestBasis.SESSIONS_AND_EDITS);
    }

    private static ModelPart model(JsonFields model) {
        var tokens = model.object("tokens");
        var measures = Measures.NONE
                .withTokens(TokenCount.ofKinds(
                        tokens.count("input"),
                        tokens.count("output"),
                        tokens.count("cache_read"),
                        tokens.count("cache_creation")))
                .withCost(Cents.cost(model.object("estimated_cost"), CostBasis.VENDOR_ESTIMATE));
        return new ModelPart(model.label("model"), measures);
    }
}
