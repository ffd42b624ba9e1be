package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.telemetry.SumMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How high sums stand, in whole units. */
final class Heights {

    /** No program that runs for months counts more. Small enough that a delivery full of them can still be added up. */
    private static final BigDecimal MOST = new BigDecimal("1e12");

    private static final BigDecimal MOST_OF_REQUEST = new BigDecimal("1e9");

    /** In nano-dollars: a million dollars. */
    private static final BigDecimal MOST_COST = new BigDecimal("1e15");

    private static final BigDecimal NANO_DOLLARS = new BigDecimal("1e9");
    private static final BigDecimal NANO_DOLLARS_OF_MICRO = new BigDecimal("1e3");

    private Heights() {}

    static long of(SumMeasure measure, BigDecimal amount) throws BadPart {
        return whole(amount, measure == SumMeasure.COST ? MOST_COST : MOST);
    }

    /** Of what a single request counts. */
    static long ofRequest(BigDecimal amount) throws BadPart {
        return whole(amount, MOST_OF_REQUEST);
    }

    private static long whole(BigDecimal amount, BigDecimal most) throws BadPart {
        if (amount.signum() < 0) {
            throw new BadPart("it is negative");
        }
        if (amount.compareTo(most) > 0) {
            throw new BadPart("it is more than there can be");
        }
        return amount.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    static BigDecimal dollars(BigDecimal amount) {
        return amount.multiply(NANO_DOLLARS);
    }

    static BigDecimal microDollars(BigDecimal amount) {
        return amount.multiply(NANO_DOLLARS_OF_MICRO);
    }
}
