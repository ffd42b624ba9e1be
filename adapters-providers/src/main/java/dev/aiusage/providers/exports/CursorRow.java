package dev.aiusage.providers.exports;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a row of Cursor's export says of a request beside its time. */
record CursorRow(String user, Label model, boolean isRequest, TokenCount tokens, Cost cost) {

    private static final long MAX_TOKENS = 1_000_000_000;
    private static final BigDecimal MAX_DOLLARS = BigDecimal.valueOf(10_000);
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]*");
    private static final Set<String> PAID = Set.of("on-demand", "usage-based");

    static CursorRow of(Row row) throws BadCell {
        var kind = row.text(CursorTable.KIND).toLowerCase(Locale.ROOT);
        return new CursorRow(
                row.text(CursorTable.USER),
                row.label(CursorTable.MODEL),
                !kind.contains("errored") && !kind.contains("aborted"),
                tokens(row),
                cost(row, kind));
    }

    Measures measures() {
        return Measures.NONE
                .withRequests(RequestCount.of(isRequest ? 1 : 0, RequestBasis.REQUESTS))
                .withTokens(tokens)
                .withCost(cost);
    }

    /** The four kinds add up: the one "with cache write" is what was written. The total counts only where it stands alone. */
    private static TokenCount tokens(Row row) throws BadCell {
        var kinds = TokenCount.ofKinds(
                count(row, CursorTable.INPUT),
                count(row, CursorTable.OUTPUT),
                count(row, CursorTable.CACHE_READ),
                count(row, CursorTable.CACHE_WRITE));
        return kinds.isKnown() ? kinds : TokenCount.ofTotal(count(row, CursorTable.TOTAL));
    }

    private static Count count(Row row, String column) throws BadCell {
        return row.text(column).equals("-") ? Count.UNKNOWN : row.count(column, MAX_TOKENS);
    }

    /** What is included in a plan has an amount too, which is its value and on no invoice. */
    private static Cost cost(Row row, String kind) throws BadCell {
        var shown = dollars(row, CursorTable.COST);
        if (shown.isPresent()) {
            return Cost.ofDollars(shown.get(), PAID.contains(kind) ? CostBasis.BILLED : CostBasis.VENDOR_ESTIMATE);
        }
        return dollars(row, CursorTable.COST_TO_YOU)
                .map(paid -> Cost.ofDollars(paid, CostBasis.BILLED))
                .orElse(Cost.UNKNOWN);
    }

    /** Words like "Included", "Free", "NaN" say that no charge is shown. */
    private static Optional<BigDecimal> dollars(Row row, String column) throws BadCell {
        return NO_DIGIT.matcher(row.text(column)).matches() ? Optional.empty() : row.decimal(column, MAX_DOLLARS);
    }
}
