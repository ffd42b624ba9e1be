package dev.aiusage.providers.telemetry;

import java.math.BigDecimal;

/** Numbers that came as texts. */
final class Numbers {

    /** Longer than any number that a computer measures; a billion digits are quickly written with an exponent. */
    private static final int MOST_DIGITS = 400;

    private Numbers() {}

    static BigDecimal of(String name, String text) throws BadPart {
        try {
            if (text.length() <= MOST_DIGITS) {
                var number = new BigDecimal(text.strip());
                if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                    return number;
                }
            }
        } catch (NumberFormatException noNumber) {
            throw new BadPart(name + " is no number");
        }
        throw new BadPart(name + " is no number that can be counted with");
    }
}
