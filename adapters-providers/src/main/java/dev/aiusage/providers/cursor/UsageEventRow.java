package dev.aiusage.providers.cursor;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.providers.calls.JsonFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One request to a model.
 *
 * @param member an e-mail or, of requests that no person made, the name of a service account
 * @param conversation empty where Cursor names none
 */
record UsageEventRow(LocalDate date, String member, String conversation, Label model, Measures measures) {

    private static final int CENT_DIGITS = 2;

    /** What marks kinds like "Errored, No Charge", USAGE_EVENT_KIND_ERRORED_NOT_CHARGED, "Aborted, Not Charged". */
    private static final Set<String> NO_REQUEST = Set.of("errored", "aborted", "not charged", "no charge");

    static UsageEventRow of(JsonFields row) {
        var measures = Measures.NONE
                .withRequests(RequestCount.of(isRequest(row) ? 1 : 0, RequestBasis.REQUESTS))
                .withTokens(tokens(row.object("tokenUsage")))
                .withCost(cost(row));
        return new UsageEventRow(
                Millis.date(row, "timestamp"),
                member(row),
                row.text("conversationId").orElse(""),
                row.label("model"),
                measures);
    }

    private static boolean isRequest(JsonFields row) {
        var kind = row.text("kind").orElse("").toLowerCase(Locale.ROOT).replace('_', ' ');
        return NO_REQUEST.stream().noneMatch(kind::contains);
    }

    /** The four kinds add up: cached tokens are not part of the input. */
    private static TokenCount tokens(JsonFields usage) {
        return TokenCount.ofKinds(
                usage.count("inputTokens"),
                usage.count("outputTokens"),
                usage.count("cacheReadTokens"),
                usage.count("cacheWriteTokens"));
    }

    /** What is included in the plan has an amount too, which is its value and on no invoice. */
    private static Cost cost(JsonFields row) {
        var charged = cents(row, "chargedCents");
        if (charged.isPresent()) {
            var basis = row.isTrue("isChargeable") ? CostBasis.BILLED : CostBasis.VENDOR_ESTIMATE;
            return cost(charged.get(), basis);
        }
        return cents(row.object("tokenUsage"), "totalCents")
                .map(cents -> cost(cents, CostBasis.VENDOR_ESTIMATE))
                .orElse(Cost.UNKNOWN);
    }

    private static Optional<BigDecimal> cents(JsonFields fields, String name) {
        var cents = fields.decimal(name);
        if (cents.isPresent() && cents.get().signum() < 0) {
            throw fields.malformed(name, "negative");
        }
        return cents;
    }

    private static Cost cost(BigDecimal cents, CostBasis basis) {
        return Cost.ofDollars(cents.movePointLeft(CENT_DIGITS), basis);
    }

    private static String member(JsonFields row) {
        return row.text("userEmail")
                .or(() -> row.text("serviceAccountName"))
                .or(() -> row.text("serviceAccountId"))
                .orElse("");
    }
}
