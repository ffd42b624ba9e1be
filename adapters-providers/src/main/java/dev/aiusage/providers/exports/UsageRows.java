package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import java.math.BigDecimal;
import java.util.Locale;

/** Rows of the table that people write. Several of one day and tool add up. */
final class UsageRows implements Table.Rows {

    private static final long MAX_COUNT = 1_000_000_000;
    private static final long MAX_TOKENS = 1_000_000_000_000L;
    private static final BigDecimal MAX_DOLLARS = BigDecimal.valueOf(1_000_000);

    private final UsageSink sink;
    private final PlausibleTime plausible;

    UsageRows(UsageSink sink, PlausibleTime plausible) {
        this.sink = sink;
        this.plausible = plausible;
    }

    @Override
    public void take(Row row) throws BadCell {
        var date = row.date(UsageTable.DATE);
        if (!plausible.allows(date)) {
            throw new BadCell("date lies outside of the times of such tools");
        }
        var tool = tool(row);
        var measures = measures(row);
        if (measures.equals(Measures.NONE)) {
            throw new BadCell("holds no number");
        }
        var account = row.text("account");
        if (!sink.hints().mean(account)) {
            return;
        }
        var parts = new DayParts(measures).model(row.label("model")).project(row.label("project"));
        if (sink.hints().account().isEmpty()) {
            parts.member(row.label("account"));
        }
        sink.addToDay(tool, parts.on(date));
    }

    /** "Claude Code" is taken for claude_code. */
    private Tool tool(Row row) throws BadCell {
        var text = row.text(UsageTable.TOOL);
        if (text.isEmpty()) {
            return sink.hints().tool().orElseThrow(() -> new BadCell("tool is missing"));
        }
        var slug = text.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (!Tool.isSlug(slug)) {
            throw new BadCell("tool is no name like claude_code");
        }
        return Tool.named(slug);
    }

    private static Measures measures(Row row) throws BadCell {
        var requests = row.count(UsageTable.REQUESTS, MAX_COUNT);
        var cost = row.decimal("cost_usd", MAX_DOLLARS);
        return new Measures(
                requests.isKnown() ? new RequestCount(requests, RequestBasis.AS_GIVEN) : RequestCount.UNKNOWN,
                tokens(row),
                new LinesChanged(row.count("lines_added", MAX_COUNT), row.count("lines_removed", MAX_COUNT)),
                new Decisions(row.count("suggestions", MAX_COUNT), row.count("acceptances", MAX_COUNT), Count.UNKNOWN),
                row.count("sessions", MAX_COUNT),
                cost.isPresent() ? Cost.ofDollars(cost.get(), CostBasis.VENDOR_ESTIMATE) : Cost.UNKNOWN);
    }

    /** A total may stand alone, or be more than the kinds beside it; it can't be less. */
    private static TokenCount tokens(Row row) throws BadCell {
        var kinds = TokenCount.ofKinds(
                row.count("input_tokens", MAX_TOKENS),
                row.count("output_tokens", MAX_TOKENS),
                row.count("cache_read_tokens", MAX_TOKENS),
                row.count("cache_creation_tokens", MAX_TOKENS));
        var total = row.count("total_tokens", MAX_TOKENS);
        if (!total.isKnown()) {
            return kinds;
        }
        var rest = total.orElse(0) - kinds.total().orElse(0);
        if (rest < 0) {
            throw new BadCell("total_tokens is less than its kinds add up to");
        }
        return kinds.plus(TokenCount.ofTotal(Count.of(rest)));
    }
}
