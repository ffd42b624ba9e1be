package dev.aiusage.providers.trackers;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.calls.JsonFields;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The currency that an export shows cost in, and how much of it a dollar is.
 *
 * @param perDollar nothing where it is not told, so that no amount can be turned into dollars
 */
record Currency(String code, Optional<BigDecimal> perDollar) {

    static final Currency NOT_TOLD = new Currency("USD", Optional.empty());

    private static final BigDecimal MAX_AMOUNT = new BigDecimal("1e12");
    private static final BigDecimal MAX_RATE = new BigDecimal("1e9");

    static Currency of(JsonFields told) {
        var code = told.text("code").orElse("USD");
        var rate = code.equals("USD") ? Optional.of(BigDecimal.ONE) : told.amount("rate", MAX_RATE);
        return new Currency(code, rate.filter(perDollar -> perDollar.signum() > 0));
    }

    /** Shown amounts are list prices, and 0 where no price is known. */
    Cost cost(JsonFields row, String field, TokenCount tokens) {
        var shown = row.amount(field, MAX_AMOUNT);
        if (shown.isEmpty()
                || perDollar.isEmpty()
                || (shown.get().signum() == 0 && tokens.total().isPositive())) {
            return Cost.UNKNOWN;
        }
        var dollars = shown.get().divide(perDollar.get(), MathContext.DECIMAL64);
        if (dollars.compareTo(Figures.MAX_DOLLARS) > 0) {
            throw row.malformed(field, "more than " + Figures.MAX_DOLLARS + " dollars");
        }
        return Cost.ofDollars(dollars, CostBasis.LIST_PRICE);
    }
}
