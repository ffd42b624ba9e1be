package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumDetail;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SeriesKey;
import dev.aiusage.domain.usage.SessionKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request of which the tool's logs tell too, but by no id that both know: its numbers are sums that never grow. */
final class RequestSums {

    private final Tool tool;
    private final Instant at;
    private final EventLabels labels;
    private final SessionKey session;
    private final List<SumPoint> sums = new ArrayList<>();

    RequestSums(Tool tool, Instant at, EventLabels labels, SessionKey session) {
        this.tool = tool;
        this.at = at;
        this.labels = labels;
        this.session = session;
    }

    /** Each a series of its own: one that is sent again is the same one. */
    RequestSums add(List<String> identity, Map<SumMeasure, BigDecimal> amounts) throws BadPart {
        for (var amount : amounts.entrySet()) {
            var measure = amount.getKey();
            var whole = new ArrayList<>(identity);
            whole.add(measure.slug());
            sums.add(sum(whole, Heights.of(measure, amount.getValue()), measure, labels));
        }
        return this;
    }

    /** A session counts once, with its first request: each of them says that there is this one session, ever since. */
    RequestSums ofSession(String id) {
        if (!id.isEmpty()) {
            var ofSession = new EventLabels(Label.NONE, labels.project(), Label.NONE);
            sums.add(sum(List.of("session", id), 1, SumMeasure.SESSIONS, ofSession));
        }
        return this;
    }

    List<SumPoint> all() {
        return sums;
    }

    /** None of them ever begins anew, so that one without a time of its own, sent again, is still the same. */
    private SumPoint sum(List<String> identity, long height, SumMeasure measure, EventLabels itsLabels) {
        var series = SeriesKey.of(tool, identity.toArray(String[]::new));
        return new SumPoint(series, Instant.EPOCH, at, height, measure, SumDetail.SINGLE_REQUEST, itsLabels, session);
    }
}
