package dev.aiusage.providers.trackers;

import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.JsonFields;

/** The days of an export without records. The same day stands in each of its periods, and counts once. */
record CodeburnDays(UsageSink sink, Dates dates) {

    void take(JsonFields row, Currency currency) {
        var date = dates.date(row, "Date");
        var tool = sink.hints()
                .tool()
                .orElseThrow(() -> row.malformed(
                        "tool", "not told by this version of the export: say beside the file which one it is of"));
        sink.wholeDay(tool, UsageDay.of(date, measures(row, currency)));
    }

    private static Measures measures(JsonFields row, Currency currency) {
        var tokens = TokenCount.ofKinds(
                Figures.tokens(row, "Input Tokens"),
                Figures.tokens(row, "Output Tokens"),
                Figures.tokens(row, "Cache Read Tokens"),
                Figures.tokens(row, "Cache Write Tokens"));
        return Measures.NONE
                .withRequests(RequestCount.of(Figures.requests(row, "API Calls"), RequestBasis.AS_GIVEN))
                .withTokens(tokens)
                .withSessions(Figures.requests(row, "Sessions"))
                .withCost(currency.cost(row, "Cost (" + currency.code() + ")", tokens));
    }
}
