package dev.aiusage.providers.exports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up fractions to whole numbers: each addition answers with what the rounded sum rises by, so that a day's total is its exact
 * sum rounded once, however many rows it has.
 */
final class RoundedSums {

    private final Map<Object, BigDecimal> sums = new HashMap<>();

    long rise(Object what, BigDecimal amount) {
        var before = sums.getOrDefault(what, BigDecimal.ZERO);
        var after = before.add(amount);
        sums.put(what, after);
        return whole(after) - whole(before);
    }

    private static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
