package dev.aiusage.providers.cursor;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.providers.calls.JsonFields;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What one member did on one day, in counts of Cursor's own. */
record MemberDay(String email, LocalDate date, Measures measures) {

    static MemberDay of(JsonFields row) {
        var tabs = new Decisions(row.count("totalTabsShown"), row.count("totalTabsAccepted"), Count.UNKNOWN);
        // Rejected diffs are counted and rejected tabs are not, so that both together only have a rate of what was
        // suggested.
        var diffs = new Decisions(row.count("totalApplies"), row.count("totalAccepts"), Count.UNKNOWN);
        var decisions = tabs.plus(diffs);
        var requests = sum(row, "composerRequests", "chatRequests", "agentRequests", "cmdkUsages")
                .plus(decisions.acceptances());
        var measures = Measures.NONE
                .withRequests(RequestCount.of(requests, RequestBasis.PROMPTS_AND_ACCEPTANCES))
                .withLines(new LinesChanged(row.count("acceptedLinesAdded"), row.count("acceptedLinesDeleted")))
                .withDecisions(decisions);
        return new MemberDay(row.text("email").orElse(""), date(row), measures);
    }

    /** Members without any use have rows of zeros and nulls. */
    boolean isUse() {
        return measures.isActivity() || measures.decisions().suggestions().isPositive();
    }

    private static LocalDate date(JsonFields row) {
        return row.has("day") ? row.date("day") : Millis.date(row, "date");
    }

    private static Count sum(JsonFields row, String... fields) {
        return Stream.of(fields).map(row::count).reduce(Count.UNKNOWN, Count::plus);
    }
}
