package dev.aiusage.http;

import dev.aiusage.application.dashboard.ShowSeries;
import io.javalin.http.Context;
import java.util.List;

/** The series behind charts. */
final class SeriesRoutes {

    private final ShowSeries showSeries;
    private final SeriesQuestions questions;

    SeriesRoutes(ShowSeries showSeries, SeriesQuestions questions) {
        this.showSeries = showSeries;
        this.questions = questions;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/ai-usage/metrics", this::series));
    }

    private void series(Context context) {
        var parameters = QueryParameters.of(context.queryString());
        var query = questions.query(Callers.of(context), parameters);
        var detail = PointDetail.of(parameters);
        Answers.cachedJson(context, UsageSeriesView.of(showSeries.show(query), detail));
    }
}
