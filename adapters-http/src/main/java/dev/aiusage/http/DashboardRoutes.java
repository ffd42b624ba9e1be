package dev.aiusage.http;

import dev.aiusage.application.dashboard.ShowDashboard;
import io.javalin.http.Context;
import java.util.List;

/** The dashboard and its heatmap. */
final class DashboardRoutes {

    private final ShowDashboard showDashboard;
    private final UsageQuestions questions;

    DashboardRoutes(ShowDashboard showDashboard, UsageQuestions questions) {
        this.showDashboard = showDashboard;
        this.questions = questions;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/ai-usage/dashboard", this::dashboard),
                Route.get("/api/ai-usage/heatmap", this::heatmap));
    }

    private void dashboard(Context context) {
        var parameters = QueryParameters.of(context.queryString());
        var query = questions.query(Callers.of(context), parameters);
        Answers.cachedJson(context, DashboardView.of(showDashboard.show(query)));
    }

    private void heatmap(Context context) {
        var parameters = QueryParameters.of(context.queryString());
        var measure = questions.measure(parameters);
        var query = questions.query(Callers.of(context), parameters);
        Answers.cachedJson(context, HeatmapView.of(showDashboard.show(query).dashboard(), measure));
    }
}
