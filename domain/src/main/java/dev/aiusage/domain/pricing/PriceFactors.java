package dev.aiusage.domain.pricing;

import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import java.math.BigDecimal;

/**
 * By how much a vendor's fast mode, inference bound to the United States, and batches change all prices of a model. A factor of
 * 0 says that the vendor sells no such thing, so that it has no price.
 */
public record PriceFactors(BigDecimal fast, BigDecimal usOnly, BigDecimal batch) {

    BigDecimal of(PriceTerms terms) {
        var factor = BigDecimal.ONE;
        if (terms.has(Modifier.FAST)) {
            factor = factor.multiply(fast);
        }
        if (terms.has(Modifier.US_ONLY)) {
            factor = factor.multiply(usOnly);
        }
        return terms.has(Modifier.BATCH) ? factor.multiply(batch) : factor;
    }
}
