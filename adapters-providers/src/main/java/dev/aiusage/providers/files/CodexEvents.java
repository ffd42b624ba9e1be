package dev.aiusage.providers.files;

import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.util.List;

/** Turns the lines of one file into events, in their order: each rise of the totals is a request. */
final class CodexEvents {

    private final CodexSession session = new CodexSession();
    private final PriceTable prices;
    private final PlausibleTime plausible;

    CodexEvents(PriceTable prices, PlausibleTime plausible) {
        this.prices = prices;
        this.plausible = plausible;
    }

    List<UsageEvent> of(LineBytes bytes) throws BadLine {
        var line = CodexLine.read(bytes);
        if (line.opensSession()) {
            session.open(line.payload());
        } else if (line.opensTurn()) {
            session.openTurn(line.payload());
        } else if (line.tellsTotals()) {
            return requestIn(line);
        }
        return List.of();
    }

    /** A line that is rejected leaves the totals where they were, so that what it told comes with the next one. */
    private List<UsageEvent> requestIn(CodexLine line) throws BadLine {
        line.requireSound();
        var told = line.payload().totals();
        if (!told.isKnown()) {
            return List.of();
        }
        var reached = session.after(told);
        var tokens = reached.riseSince(session.before(reached, line.payload().last()), told);
        if (!tokens.total().isPositive()) {
            session.reach(reached);
            return List.of();
        }
        if (tokens.total().orElse(0) > JsonLine.MAX_TOKENS) {
            throw new BadLine("total_token_usage rises by more than any request has");
        }
        var event = event(line, reached, tokens, line.at(plausible));
        session.reach(reached);
        return List.of(event);
    }

    private UsageEvent event(CodexLine line, CodexTotals reached, TokenCount tokens, Instant at) {
        var labels = session.labels();
        return new UsageEvent(
                session.keyOf(reached, line),
                EventPart.WHOLE,
                at,
                labels,
                session.key(),
                Measures.NONE
                        .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                        .withTokens(tokens)
                        .withCost(cost(labels, at, tokens)),
                PriceTerms.STANDARD,
                new CopyRank(session.hasBeginning() ? 1 : 0, 0, 0));
    }

    private Cost cost(EventLabels labels, Instant at, TokenCount tokens) {
        return labels.model().isPresent()
                ? prices.costOf(labels.model().text(), at, tokens, PriceTerms.STANDARD)
                : Cost.UNKNOWN;
    }
}
