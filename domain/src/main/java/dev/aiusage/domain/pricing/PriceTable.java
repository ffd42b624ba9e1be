package dev.aiusage.domain.pricing;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * List prices by model, each with the time in which it holds. A model that is not listed has no price: its cost is unknown,
 * never 0.
 */
public final class PriceTable {

    /** What vendors and clouds hang on a model's id without changing its price: a context window, a date, a version. */
    private static final Pattern SUFFIX = Pattern.compile("(\\[1m]|[-@]\\d{8}|-v\\d+(:\\d+)?|-latest)+$");

    private static final Pattern CLOUD_PREFIX = Pattern.compile("^((us|eu|apac|jp|au|global)\\.)?anthropic[./]");

    private final String version;
    private final Map<String, List<ModelPrice>> byModel;

    /** {@code version} names the table (a date of the source); another name makes events be priced again. */
    public PriceTable(String version, List<ModelPrice> prices) {
        this.version = version;
        this.byModel = prices.stream()
                .sorted(Comparator.comparingLong(ModelPrice::promptsFrom).reversed())
                .collect(Collectors.groupingBy(ModelPrice::model));
    }

    public String version() {
        return version;
    }

    /**
     * The list price of one request; unknown for a model, a time or terms without a price, and where tokens are unknown or not
     * told by kind, as kinds differ in price.
     */
    public Cost costOf(String model, Instant at, TokenCount tokens, PriceTerms terms) {
        if (!tokens.isKnown() || tokens.unsplit().isPositive()) {
            return Cost.UNKNOWN;
        }
        var prompt = tokens.input()
                .plus(tokens.cacheRead())
                .plus(tokens.cacheCreation())
                .orElse(0);
        return byModel.getOrDefault(nameOf(model), List.of()).stream()
                .filter(price -> price.covers(at, prompt))
                .findFirst()
                .filter(price -> price.sells(terms))
                .map(price -> Cost.ofDollars(price.dollarsFor(tokens, terms), CostBasis.LIST_PRICE))
                .orElse(Cost.UNKNOWN);
    }

    /**
     * The event at this table's price, if its cost is one by list or unknown: what a vendor billed or estimated itself stays. The
     * same event where nothing changes.
     */
    public UsageEvent reprice(UsageEvent event) {
        var basis = event.measures().cost().basis();
        var isOurs = basis == CostBasis.LIST_PRICE || basis == CostBasis.UNKNOWN;
        if (!isOurs
                || event.kind() != UsageEvent.Kind.REQUEST
                || !event.labels().model().isPresent()) {
            return event;
        }
        return event.withCost(costOf(
                event.labels().model().text(), event.at(), event.measures().tokens(), event.terms()));
    }

    private String nameOf(String model) {
        if (byModel.containsKey(model)) {
            return model;
        }
        return SUFFIX.matcher(CLOUD_PREFIX.matcher(model).replaceFirst("")).replaceFirst("");
    }
}
