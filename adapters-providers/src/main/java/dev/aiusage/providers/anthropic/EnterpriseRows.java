package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.providers.calls.JsonFields;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Rows of the reports of Enterprise Analytics, which are about the day that was asked for. */
record EnterpriseRows(LocalDate day) {

    /** Everybody with a seat has a row: of those who did not use Claude Code there is nothing to say. */
    Stream<ReportRow> activity(JsonFields row) {
        var metrics = row.object("claude_code_metrics");
        var core = metrics.object("core_metrics");
        var measures = Measures.NONE
                .withSessions(core.count("distinct_session_count"))
                .withLines(ToolActions.lines(core.object("lines_of_code"), "added_count", "removed_count"))
                .withDecisions(
                        ToolActions.decisions(metrics.object("tool_actions"), "accepted_count", "rejected_count"));
        return isAnything(measures)
                ? Stream.of(new ReportRow(day, Members.actor(row.object("user")), measures, List.of()))
                : Stream.empty();
    }

    Stream<ReportRow> usage(JsonFields row) {
        return ofModel(
                row, Measures.NONE.withRequests(requests(row.count("requests"))).withTokens(MessageTokens.of(row)));
    }

    /** What is paid, after discounts; {@code list_amount} would be before them. */
    Stream<ReportRow> cost(JsonFields row) {
        return ofModel(row, Measures.NONE.withCost(Cents.cost(row, CostBasis.BILLED)));
    }

    private Stream<ReportRow> ofModel(JsonFields row, Measures measures) {
        return Stream.of(ReportRow.ofModel(day, Members.actor(row.object("actor")), row.label("model"), measures));
    }

    private static RequestCount requests(Count count) {
        return RequestCount.of(count, RequestBasis.REQUESTS);
    }

    private static boolean isAnything(Measures measures) {
        return measures.isActivity()
                || measures.sessions().isPositive()
                || measures.decisions().rejections().isPositive();
    }
}
