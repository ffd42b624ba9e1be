package dev.aiusage.domain.pricing;

import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.TokenCount;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A model's list price in a time ({@code validUntil} excluded), for prompts of at least so many tokens: the prompt is the
 * input, the cache reads and the cache writes of one request.
 */
public record ModelPrice(
        String model,
        Instant validFrom,
        Instant validUntil,
        long promptsFrom,
        TokenPrices prices,
        PriceFactors factors) {

    /** For one web search, with every model. Source: Claude Platform docs, Pricing, "10 USD per 1000". */
    private static final BigDecimal WEB_SEARCH = new BigDecimal("0.01");

    boolean covers(Instant at, long promptTokens) {
        return !at.isBefore(validFrom) && at.isBefore(validUntil) && promptTokens >= promptsFrom;
    }

    boolean sells(PriceTerms terms) {
        return factors.of(terms).signum() > 0;
    }

    BigDecimal dollarsFor(TokenCount tokens, PriceTerms terms) {
        var searches =
                WEB_SEARCH.multiply(BigDecimal.valueOf(terms.webSearches().orElse(0)));
        return prices.dollarsFor(tokens, terms).multiply(factors.of(terms)).add(searches);
    }
}
