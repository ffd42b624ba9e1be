package dev.aiusage.domain.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount in nano-dollars (10⁻⁹ US dollars: exact for fractional cents and for prices of a single token) and where it
 * comes from. The basis is known just when the amount is.
 */
public record Cost(Count nanoDollars, CostBasis basis) {

    public static final Cost UNKNOWN = new Cost(Count.UNKNOWN, CostBasis.UNKNOWN);

    private static final int NANO_DIGITS = 9;

    public Cost {
        if (nanoDollars.isKnown() == (basis == CostBasis.UNKNOWN)) {
            throw new IllegalArgumentException("cost " + nanoDollars + " with basis " + basis.slug());
        }
    }

    public static Cost ofNanoDollars(long nanoDollars, CostBasis basis) {
        return new Cost(Count.of(nanoDollars), basis);
    }

    /** Rounds half to even below a nano-dollar. More than 9.2 billion dollars is an {@link ArithmeticException}. */
    public static Cost ofDollars(BigDecimal dollars, CostBasis basis) {
        var nanos = dollars.movePointRight(NANO_DIGITS).setScale(0, RoundingMode.HALF_EVEN);
        return ofNanoDollars(nanos.longValueExact(), basis);
    }

    public boolean isKnown() {
        return nanoDollars.isKnown();
    }

    /** The amount in dollars without trailing zeros, empty when unknown. */
    public Optional<BigDecimal> dollars() {
        return nanoDollars.isKnown() ? Optional.of(toDollars(nanoDollars.orElse(0))) : Optional.empty();
    }

    public static BigDecimal toDollars(long nanoDollars) {
        var plain = BigDecimal.valueOf(nanoDollars, NANO_DIGITS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    public Cost plus(Cost other) {
        return new Cost(nanoDollars.plus(other.nanoDollars), basis.with(other.basis));
    }

    Cost minus(Cost part) {
        return new Cost(nanoDollars.minus(part.nanoDollars), basis);
    }
}
