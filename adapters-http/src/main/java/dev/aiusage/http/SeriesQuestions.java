package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.dashboard.AskedRange;
import dev.aiusage.application.dashboard.SeriesQuery;
import dev.aiusage.domain.series.Grouping;
import dev.aiusage.domain.time.Interval;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.util.Optional;

/** What a client asks of a chart, read from the parameters. */
final class SeriesQuestions {

    private final UsageQuestions questions;

    SeriesQuestions(UsageQuestions questions) {
        this.questions = questions;
    }

    SeriesQuery query(UserId user, QueryParameters parameters) {
        return new SeriesQuery(
                user,
                new AskedRange(date(parameters, "from"), date(parameters, "to")),
                interval(parameters),
                grouping(parameters),
                questions.tools(parameters),
                questions.zone(parameters));
    }

    private static Optional<LocalDate> date(QueryParameters parameters, String field) {
        return parameters.one(field).map(text -> AskedDate.of(field, text));
    }

    private static Interval interval(QueryParameters parameters) {
        return parameters
                .one("interval")
                .map(text -> Interval.named(text)
                        .orElseThrow(
                                () -> new RequestRejected.InvalidField("interval", "must be one of day, week, month")))
                .orElse(Interval.DAY);
    }

    private static Grouping grouping(QueryParameters parameters) {
        return parameters
                .one("group_by")
                .map(text -> Grouping.named(text)
                        .orElseThrow(() -> new RequestRejected.InvalidField(
                                "group_by", "must be one of tool, model, project, language, member")))
                .orElse(Grouping.NONE);
    }
}
