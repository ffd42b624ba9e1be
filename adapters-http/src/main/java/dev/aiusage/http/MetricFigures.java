package dev.aiusage.http;

import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.DayLimits;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import java.math.BigDecimal;
import java.util.Optional;

/** The figures of a day as a client writes them. */
record MetricFigures(Measures measures, Optional<AcceptanceRate> statedRate) {

    static final String REQUEST_COUNT = "request_count";

    private static final BigDecimal MAX_DOLLARS = Cost.toDollars(DayLimits.MAX_NANO_DOLLARS);

    static MetricFigures of(JsonRow row) {
        var cost = row.decimal("cost_usd", MAX_DOLLARS)
                .map(dollars -> Cost.ofDollars(dollars, CostBasis.VENDOR_ESTIMATE))
                .orElse(Cost.UNKNOWN);
        var measures = new Measures(
                RequestCount.of(count(row, REQUEST_COUNT), RequestBasis.AS_GIVEN),
                tokens(row),
                new LinesChanged(count(row, "lines_of_code"), count(row, "lines_removed")),
                Decisions.UNKNOWN,
                count(row, "sessions"),
                cost);
        var rate = row.decimal("acceptance_rate", BigDecimal.ONE)
                .map(fraction -> new AcceptanceRate(fraction.doubleValue()));
        return new MetricFigures(measures, rate);
    }

    boolean areNone() {
        return measures.equals(Measures.NONE) && statedRate.isEmpty();
    }

    /** Given both ways, what the total has beyond the kinds was not split. */
    private static TokenCount tokens(JsonRow row) {
        var total = count(row, "token_count");
        var byKind = row.object("tokens");
        var kinds = TokenCount.ofKinds(
                count(byKind, "input"),
                count(byKind, "output"),
                count(byKind, "cache_read"),
                count(byKind, "cache_creation"));
        if (!total.isKnown()) {
            return kinds;
        }
        var rest = total.orElse(0) - kinds.total().orElse(0);
        if (rest < 0) {
            row.fault("token_count", "must not be less than the sum of tokens, which is " + kinds.total());
            return kinds;
        }
        return new TokenCount(kinds.input(), kinds.output(), kinds.cacheRead(), kinds.cacheCreation(), Count.of(rest));
    }

    private static Count count(JsonRow row, String field) {
        return row.count(field, DayLimits.MAX_COUNT);
    }
}
