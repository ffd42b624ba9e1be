package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.telemetry.SumMeasure;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What one request comes to, as far as its attributes say. */
final class Amounts {

    private final Attributes attributes;
    private final Map<SumMeasure, BigDecimal> amounts = new EnumMap<>(SumMeasure.class);

    Amounts(Attributes attributes) {
        this.attributes = attributes;
    }

    /** What several attributes count of the same measure adds up. */
    Amounts add(SumMeasure measure, String attribute) throws BadPart {
        return add(measure, attributes.number(attribute));
    }

    Amounts add(SumMeasure measure, Optional<BigDecimal> amount) throws BadPart {
        if (amount.isPresent()) {
            amounts.merge(measure, requirePlausible(measure, amount.get()), BigDecimal::add);
        }
        return this;
    }

    Amounts addRequest() {
        amounts.put(SumMeasure.REQUESTS, BigDecimal.ONE);
        return this;
    }

    boolean isEmpty() {
        return amounts.isEmpty();
    }

    Map<SumMeasure, BigDecimal> all() {
        return amounts;
    }

    /** A number of a million digits is cheap to write down, and not to add up. */
    private static BigDecimal requirePlausible(SumMeasure measure, BigDecimal amount) throws BadPart {
        return BigDecimal.valueOf(Heights.of(measure, amount));
    }
}
