package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** Rows of GitHub's bills. Those of other products than Copilot are passed over. */
final class BillingRows implements Table.Rows {

    private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000);

    private final UsageSink sink;
    private final PlausibleTime plausible;
    private final RoundedSums requests = new RoundedSums();

    BillingRows(UsageSink sink, PlausibleTime plausible) {
        this.sink = sink;
        this.plausible = plausible;
    }

    @Override
    public void take(Row row) throws BadCell {
        if (!isCopilot(row)) {
            return;
        }
        var date = row.date(BillingTable.DATE);
        if (!plausible.allows(date)) {
            throw new BadCell("date lies outside of the times of such tools");
        }
        var quantity = row.decimal(BillingTable.QUANTITY, MAX)
                .orElseThrow(() -> new BadCell(BillingTable.QUANTITY + " is missing"));
        var billed = row.decimal(BillingTable.NET_AMOUNT, MAX)
                .orElseThrow(() -> new BadCell(BillingTable.NET_AMOUNT + " is missing"));
        if (!sink.hints().mean(row.text(BillingTable.USERNAME))) {
            return;
        }
        var line = new Line(date, quantity, billed, isRequests(row));
        var parts = new DayParts(measures(line, date));
        share(parts, line, Dimension.MODEL, model(row));
        share(parts, line, Dimension.PROJECT, row.label(BillingTable.REPOSITORY));
        if (sink.hints().account().isEmpty()) {
            share(parts, line, Dimension.MEMBER, row.label(BillingTable.USERNAME));
        }
        sink.addToDay(Tool.GITHUB_COPILOT, parts.on(date));
    }

    private record Line(LocalDate date, BigDecimal quantity, BigDecimal billed, boolean countsRequests) {}

    /** Whose sum a quantity goes to. */
    private record Part(LocalDate date, Dimension dimension, Label label) {}

    private void share(DayParts parts, Line line, Dimension dimension, Label label) {
        if (label.isPresent()) {
            parts.part(dimension, label, measures(line, new Part(line.date, dimension, label)));
        }
    }

    /** Where nothing but credits or seats is billed, a count of requests is unknown: a 0 would hide what other sources count. */
    private Measures measures(Line line, Object sum) {
        var cost = Measures.NONE.withCost(Cost.ofDollars(line.billed, CostBasis.BILLED));
        return line.countsRequests
                ? cost.withRequests(RequestCount.of(requests.rise(sum, line.quantity), RequestBasis.REQUESTS))
                : cost;
    }

    private static boolean isCopilot(Row row) {
        return row.text(BillingTable.PRODUCT).toLowerCase(Locale.ROOT).contains("copilot")
                || row.text(BillingTable.SKU).toLowerCase(Locale.ROOT).contains("copilot");
    }

    private static boolean isRequests(Row row) {
        return row.text(BillingTable.UNIT_TYPE).toLowerCase(Locale.ROOT).contains("request");
    }

    /** Bills write "GPT-5" where reports write "gpt-5". */
    private static Label model(Row row) {
        return Label.legible(
                row.text(BillingTable.MODEL).toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
}
