package dev.aiusage.providers.github;

import dev.aiusage.domain.usage.Label;
import dev.aiusage.providers.calls.JsonFields;
import java.math.BigDecimal;
import java.util.Locale;

/** A line of a bill. Two bills may hold the same line, for one answer can list both units. */
record BillItem(String sku, String unit, Label model, Label user, BigDecimal netDollars) {

    static BillItem of(JsonFields item) {
        return new BillItem(
                item.text("sku").orElse(""),
                item.text("unitType").orElse(""),
                model(item),
                item.label("user"),
                item.decimal("netAmount")
                        .orElseThrow(() -> item.malformed("netAmount", "missing"))
                        .stripTrailingZeros());
    }

    /** Bills write "GPT-5" where reports write "gpt-5". */
    private static Label model(JsonFields item) {
        return Label.legible(item.label("model").text().toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    boolean isOf(String login) {
        return !user.isPresent() || user.text().equalsIgnoreCase(login);
    }
}
