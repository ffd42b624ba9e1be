package dev.aiusage.domain.pricing;

import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.TokenCount;
import java.math.BigDecimal;

/** US dollars for a million tokens of each kind. {@code cacheCreation} is the price of a write that lives five minutes. */
public record TokenPrices(
        BigDecimal input,
        BigDecimal output,
        BigDecimal cacheRead,
        BigDecimal cacheCreation,
        BigDecimal oneHourCacheCreation) {

    private static final int MILLION_DIGITS = 6;

    /** Cache writes that are not said to live an hour are priced as those of five minutes. */
    BigDecimal dollarsFor(TokenCount tokens, PriceTerms terms) {
        var writes = tokens.cacheCreation().orElse(0);
        var hourWrites = Math.min(writes, terms.oneHourCacheCreation().orElse(0));
        return times(input, tokens.input().orElse(0))
                .add(times(output, tokens.output().orElse(0)))
                .add(times(cacheRead, tokens.cacheRead().orElse(0)))
                .add(times(cacheCreation, writes - hourWrites))
                .add(times(oneHourCacheCreation, hourWrites))
                .movePointLeft(MILLION_DIGITS);
    }

    private static BigDecimal times(BigDecimal price, long amount) {
        return price.multiply(BigDecimal.valueOf(amount));
    }
}
