package dev.aiusage.providers.telemetry;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How high sums stand, in whole units. */
final class Heights {

    /** No session, day or program has more tokens; in nano-dollars it is a million dollars. */
    private static final BigDecimal MOST = new BigDecimal("1e15");

    private static final BigDecimal NANO_DOLLARS = new BigDecimal("1e9");
    private static final BigDecimal NANO_DOLLARS_OF_MICRO = new BigDecimal("1e3");

    private Heights() {}

    static long of(BigDecimal amount) throws BadPart {
        if (amount.signum() < 0) {
            throw new BadPart("it is negative");
        }
        if (amount.compareTo(MOST) > 0) {
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
