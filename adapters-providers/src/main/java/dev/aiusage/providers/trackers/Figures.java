package dev.aiusage.providers.trackers;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.calls.JsonFields;
import java.math.BigDecimal;

/** Reads figures that lie within what a machine can use on a day. */
final class Figures {

    private static final long MAX_TOKENS = 1_000_000_000_000L;
    private static final long MAX_REQUESTS = 1_000_000_000;
    static final BigDecimal MAX_DOLLARS = BigDecimal.valueOf(1_000_000);

    private Figures() {}

    static Count tokens(JsonFields row, String field) {
        return row.count(field, MAX_TOKENS);
    }

    static Count requests(JsonFields row, String field) {
        return row.count(field, MAX_REQUESTS);
    }

    /** These programs show 0 where they know no price: with tokens beside it, that says nothing. */
    static Cost cost(JsonFields row, String field, TokenCount tokens) {
        return row.amount(field, MAX_DOLLARS)
                .filter(dollars -> dollars.signum() > 0 || !tokens.total().isPositive())
                .map(dollars -> Cost.ofDollars(dollars, CostBasis.LIST_PRICE))
                .orElse(Cost.UNKNOWN);
    }
}
