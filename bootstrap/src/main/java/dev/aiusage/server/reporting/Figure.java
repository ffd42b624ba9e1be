package dev.aiusage.server.reporting;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.Count;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as they stand in a table: short, and "–" where they are not known, which is not 0. */
final class Figure {

    static final String UNKNOWN = "–";

    private static final long EXACT_BELOW = 10_000;
    private static final String[] UNITS = {"", "K", "M", "B", "T", "Qa", "Qi"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Figure() {}

    /** 9,999 and below are exact, then three digits: 12.3K, 4.56B. */
    static String of(Count count) {
        if (!count.isKnown()) {
            return UNKNOWN;
        }
        var value = count.orElse(0);
        if (value < EXACT_BELOW) {
            return String.format(Locale.ROOT, "%,d", value);
        }
        var rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
        var unit = 0;
        for (; rounded.compareTo(THOUSAND) >= 0; unit++) {
            rounded = rounded.movePointLeft(3);
        }
        return rounded.setScale(Math.max(0, 3 - rounded.precision() + rounded.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString()
                + UNITS[unit];
    }

    static String of(Cost cost) {
        return cost.dollars().map(Figure::dollars).orElse(UNKNOWN);
    }

    private static String dollars(BigDecimal dollars) {
        return dollars.signum() > 0 && dollars.compareTo(CENT) < 0
                ? "<$0.01"
                : "$" + String.format(Locale.ROOT, "%,.2f", dollars);
    }
}
