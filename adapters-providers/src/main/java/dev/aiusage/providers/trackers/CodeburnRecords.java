package dev.aiusage.providers.trackers;

import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.exports.EqualRows;
import dev.aiusage.providers.files.Labels;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;

/**
 * Takes records, each a request. They have no identity: one is told by its session, time and model, and by how many such came
 * before it. Tokens are no part of that, as those of a request that was under way grow.
 */
final class CodeburnRecords {

    private static final int REMEMBERED = 4_000_000;

    /** Of these the output holds the reasoning already; of others it stands beside it. */
    private static final Set<Tool> REASONING_IN_OUTPUT = Set.of(Tool.CLAUDE_CODE, Tool.CODEX, Tool.GITHUB_COPILOT);

    /** Better than a copy of a time when sessions were those of logs, and no better where one has more tokens. */
    private static final CopyRank OWN_SESSIONS = new CopyRank(0, 0, 1);

    private final UsageSink sink;
    private final PlausibleTime plausible;
    private final PriceTable prices;
    private final EqualRows equalRows = new EqualRows(REMEMBERED);

    CodeburnRecords(UsageSink sink, PlausibleTime plausible, PriceTable prices) {
        this.sink = sink;
        this.plausible = plausible;
        this.prices = prices;
    }

    void take(JsonFields row, Currency currency) {
        var tool = tool(row);
        var at = instant(row);
        var model = row.label("model");
        var tokens = tokens(row, tool);
        var session = row.text("sessionId").orElse("");
        var measures = Measures.NONE
                .withRequests(RequestCount.of(row.isTrue("supplementary") ? 0 : 1, RequestBasis.REQUESTS))
                .withTokens(tokens)
                .withCost(cost(row, currency, model, at, tokens));
        sink.event(
                tool,
                new UsageEvent(
                        key(tool, session, at, model),
                        EventPart.WHOLE,
                        at,
                        new EventLabels(
                                model, Labels.project(row.text("project").orElse("")), Label.NONE),
                        session(tool, session),
                        measures,
                        PriceTerms.STANDARD,
                        OWN_SESSIONS));
    }

    /** None that logs or telemetry know: what an export of some requests tells must not pass for all that is known of theirs. */
    private static SessionKey session(Tool tool, String id) {
        return id.isEmpty() ? SessionKey.NONE : SessionKey.of(tool, "codeburn export " + id);
    }

    private Tool tool(JsonFields row) {
        return sink.hints()
                .tool()
                .or(() -> row.text("provider").flatMap(ToolNames::tool))
                .orElseThrow(() -> row.malformed("provider", "no name of a tool"));
    }

    private Instant instant(JsonFields row) {
        var text = row.text("timestamp").orElseThrow(() -> row.malformed("timestamp", "missing"));
        try {
            var at = OffsetDateTime.parse(text).toInstant();
            if (!plausible.allows(at)) {
                throw row.malformed("timestamp", "outside of the times of such tools");
            }
            return at;
        } catch (DateTimeException unreadable) {
            throw row.malformed("timestamp", "no time like 2026-11-24T18:36:05.846Z");
        }
    }

    private static TokenCount tokens(JsonFields row, Tool tool) {
        var output = Figures.tokens(row, "outputTokens");
        var reasoning = Figures.tokens(row, "reasoningTokens");
        return TokenCount.ofKinds(
                Figures.tokens(row, "inputTokens"),
                REASONING_IN_OUTPUT.contains(tool) ? output : output.plus(reasoning),
                Figures.tokens(row, "cacheReadTokens"),
                Figures.tokens(row, "cacheWriteTokens"));
    }

    /** The export rounds each request to whole cents, which would make thousands of small ones free: so our own prices go first. */
    private Cost cost(JsonFields row, Currency currency, Label model, Instant at, TokenCount tokens) {
        var shown = currency.cost(row, "cost", tokens);
        var byList = prices.costOf(model.text(), at, tokens, PriceTerms.STANDARD);
        return byList.isKnown() ? byList : shown;
    }

    private EventKey key(Tool tool, String session, Instant at, Label model) {
        var identity =
                new String[] {sink.hints().account().toLowerCase(Locale.ROOT), session, at.toString(), model.text(), "0"
                };
        var first = EventKey.of(tool, "codeburn", identity);
        var before = equalRows.before(first.value().getLeastSignificantBits());
        if (before == 0) {
            return first;
        }
        identity[identity.length - 1] = Integer.toString(before);
        return EventKey.of(tool, "codeburn", identity);
    }
}
