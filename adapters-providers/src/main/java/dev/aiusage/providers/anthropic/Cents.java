package dev.aiusage.providers.anthropic;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.providers.calls.JsonFields;

/** Anthropic's amounts: cents, as a number or as a text, whole or fractional. */
final class Cents {

    private Cents() {}

    /** @param holder of {@code amount} and {@code currency} */
    static Cost cost(JsonFields holder, CostBasis basis) {
        var currency = holder.text("currency").orElse("USD");
        if (!currency.equals("USD")) {
            throw holder.malformed("currency", "not US dollars");
        }
        return holder.decimal("amount")
                .map(cents -> Cost.ofDollars(cents.movePointLeft(2), basis))
                .orElse(Cost.UNKNOWN);
    }
}
