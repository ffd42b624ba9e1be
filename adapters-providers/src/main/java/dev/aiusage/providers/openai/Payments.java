package dev.aiusage.providers.openai;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.providers.calls.DayBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds up payments to days and models. A day with amounts in another currency has no cost: the dollars alone would be less than
 * was paid.
 */
final class Payments {

    /** Of a month, of three thousand models a day. */
    private static final int MOST_AMOUNTS = 100_000;

    private final DateRange window;
    private final Map<LocalDate, Map<Label, BigDecimal>> amounts = new TreeMap<>();
    private final Set<LocalDate> foreign = new HashSet<>();
    private int noted;

    /** @param window that was asked for; what was paid on other days is not noted */
    Payments(DateRange window) {
        this.window = window;
    }

    void add(Payment payment) {
        if (!window.contains(payment.date())) {
            return;
        }
        if (payment.isInDollars()) {
            addDollars(payment);
        } else if (payment.amount().signum() != 0) {
            foreign.add(payment.date());
        }
    }

    private void addDollars(Payment payment) {
        var day = amounts.computeIfAbsent(payment.date(), first -> new TreeMap<>());
        var before = day.size();
        day.merge(payment.model(), payment.amount(), BigDecimal::add);
        noted += day.size() - before;
        if (noted > MOST_AMOUNTS) {
            throw new VendorFailure.AnswerTooLarge("OpenAI's invoice has more lines than anybody's has.");
        }
    }

    void enter(DayBook book) {
        amounts.keySet().removeAll(foreign);
        amounts.forEach((date, day) -> {
            var total = day.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (total.signum() != 0) {
                book.add(date, cost(total));
            }
            day.forEach((model, amount) -> {
                if (amount.signum() > 0) {
                    book.addPart(date, Dimension.MODEL, model, cost(amount));
                }
            });
        });
    }

    /** Credits that outweigh the use leave nothing to pay. */
    private static Measures cost(BigDecimal dollars) {
        try {
            return Measures.NONE.withCost(Cost.ofDollars(dollars.max(BigDecimal.ZERO), CostBasis.BILLED));
        } catch (ArithmeticException tooMuch) {
            throw new VendorFailure.MalformedAnswer("OpenAI answered with more money than there is.");
        }
    }
}
