package dev.aiusage.providers.openai;

import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.JsonFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What one line of one day's invoice costs. May be negative, which is a credit.
 *
 * @param currency in small letters
 * @param model none where the line does not name one
 */
record Payment(LocalDate date, BigDecimal amount, String currency, Label model) {

    /** A model, and what of it was paid for: "gpt-6-astra, input_tokens". Names of models have no blanks. */
    private static final Pattern MODEL_LINE = Pattern.compile("([\\w.:/-]+), .+");

    static Payment of(LocalDate date, JsonFields result) {
        var amount = result.object("amount");
        return new Payment(
                date,
                amount.decimal("value").orElseThrow(() -> amount.malformed("value", "missing")),
                amount.text("currency").orElse("").toLowerCase(Locale.ROOT),
                model(result.text("line_item").orElse("")));
    }

    boolean isInDollars() {
        return currency.equals("usd");
    }

    private static Label model(String line) {
        var parts = MODEL_LINE.matcher(line);
        return parts.matches() ? Label.legible(parts.group(1)) : Label.NONE;
    }
}
