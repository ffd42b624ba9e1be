package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
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
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * The events of Claude Code that tell of requests. A request that the vendor gave an id is the one of which a transcript tells by
 * the same id; clouds give none, and then it is only known by what is said of it.
 */
final class ClaudeCodeEvents implements LogDialect {

    private final PriceTable prices;

    ClaudeCodeEvents(PriceTable prices) {
        this.prices = prices;
    }

    @Override
    public boolean speaks(Sender sender, String event) {
        var isOurs =
                sender.service().startsWith("claude-code") || sender.scope().startsWith("com.anthropic.claude_code");
        return event.equals("claude_code.api_request") || (isOurs && event.equals("api_request"));
    }

    @Override
    public void read(LogEntry entry, Gathered into) throws BadPart {
        var attributes = entry.attributes();
        var labels = new EventLabels(ModelName.of(attributes.text("model")), entry.project(), Label.NONE);
        var sessionId = entry.sender().session(attributes);
        var session = sessionId.isEmpty() ? SessionKey.NONE : SessionKey.of(Tool.CLAUDE_CODE, sessionId);
        var requestId = attributes.text("request_id");
        if (requestId.isPresent()) {
            into.event(
                    Tool.CLAUDE_CODE,
                    event(entry, EventKey.ofRequest(Tool.CLAUDE_CODE, requestId.get()), labels, session));
        } else {
            into.sums(
                    Tool.CLAUDE_CODE,
                    new RequestSums(Tool.CLAUDE_CODE, entry.at(), labels, session)
                            .add(entry.identity(), amounts(attributes).all())
                            .ofSession(sessionId)
                            .all());
        }
    }

    private UsageEvent event(LogEntry entry, EventKey key, EventLabels labels, SessionKey session) throws BadPart {
        var attributes = entry.attributes();
        var tokens = tokens(attributes);
        var terms = terms(attributes);
        var shown = nanoDollars(attributes);
        var cost = shown.isPresent()
                ? Cost.ofNanoDollars(Heights.of(SumMeasure.COST, shown.get()), CostBasis.VENDOR_ESTIMATE)
                : labels.model().isPresent()
                        ? prices.costOf(labels.model().text(), entry.at(), tokens, terms)
                        : Cost.UNKNOWN;
        var measures = Measures.NONE
                .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                .withTokens(tokens)
                .withCost(cost);
        // Transcripts say more of the same request, and rank above.
        return new UsageEvent(key, EventPart.WHOLE, entry.at(), labels, session, measures, terms, CopyRank.PLAIN);
    }

    private static TokenCount tokens(Attributes attributes) throws BadPart {
        return TokenCount.ofKinds(
                count(attributes, "input_tokens"),
                count(attributes, "output_tokens"),
                count(attributes, "cache_read_tokens"),
                count(attributes, "cache_creation_tokens"));
    }

    private static Count count(Attributes attributes, String name) throws BadPart {
        var number = attributes.number(name);
        return number.isEmpty() ? Count.UNKNOWN : Count.of(Heights.ofRequest(number.get()));
    }

    private static Amounts amounts(Attributes attributes) throws BadPart {
        return new Amounts(attributes)
                .addRequest()
                .add(SumMeasure.INPUT, "input_tokens")
                .add(SumMeasure.OUTPUT, "output_tokens")
                .add(SumMeasure.CACHE_READ, "cache_read_tokens")
                .add(SumMeasure.CACHE_CREATION, "cache_creation_tokens")
                .add(SumMeasure.COST, nanoDollars(attributes));
    }

    private static Optional<BigDecimal> nanoDollars(Attributes attributes) throws BadPart {
        var dollars = attributes.number("cost_usd");
        return dollars.isPresent()
                ? dollars.map(Heights::dollars)
                : attributes.number("cost_usd_micros").map(Heights::microDollars);
    }

    private static PriceTerms terms(Attributes attributes) {
        return attributes.is("speed", "fast")
                ? new PriceTerms(Count.UNKNOWN, Count.UNKNOWN, Set.of(PriceTerms.Modifier.FAST))
                : PriceTerms.STANDARD;
    }
}
