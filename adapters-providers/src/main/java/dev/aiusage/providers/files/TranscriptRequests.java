package dev.aiusage.providers.files;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.util.Optional;

/** The requests to models that lines with usage tell of. */
final class TranscriptRequests {

    /** The name that Claude Code gives to texts of its own, which no model wrote. */
    private static final String NO_MODEL = "<synthetic>";

    private static final int MAIN_CHAIN = 2;
    private static final int SIDECHAIN = 1;

    private final PriceTable prices;

    TranscriptRequests(PriceTable prices) {
        this.prices = prices;
    }

    Optional<UsageEvent> in(TranscriptLine line, Instant at) {
        var isRequest = !line.isApiError() && !NO_MODEL.equals(line.message().model());
        var measures = measures(line, isRequest, at);
        if (!isRequest && !hasSomething(measures)) {
            return Optional.empty();
        }
        var usage = line.message().usage();
        return Optional.of(new UsageEvent(
                key(line),
                alias(line),
                EventPart.WHOLE,
                at,
                new EventLabels(model(line, isRequest), Labels.project(line.cwd()), Label.NONE),
                TranscriptEvents.sessionOf(line),
                measures,
                usage.terms(),
                new CopyRank(
                        line.isSidechain() ? SIDECHAIN : MAIN_CHAIN,
                        usage.saysSpeed() ? 1 : 0,
                        line.isFork() ? 0 : 1)));
    }

    private Measures measures(TranscriptLine line, boolean isRequest, Instant at) {
        return Measures.NONE
                .withRequests(RequestCount.of(isRequest ? 1 : 0, RequestBasis.REQUESTS))
                .withTokens(line.message().usage().tokens())
                .withCost(cost(line, model(line, isRequest), at));
    }

    private static boolean hasSomething(Measures measures) {
        return measures.tokens().total().isPositive()
                || measures.cost().nanoDollars().isPositive();
    }

    private static Label model(TranscriptLine line, boolean isRequest) {
        return isRequest ? Labels.of(line.message().model()) : Label.NONE;
    }

    /** Old versions wrote what a request cost by their own reckoning. */
    private Cost cost(TranscriptLine line, Label model, Instant at) {
        var shown = line.costUsd();
        if (shown != null) {
            return Cost.ofDollars(shown, CostBasis.VENDOR_ESTIMATE);
        }
        var usage = line.message().usage();
        return model.isPresent() ? prices.costOf(model.text(), at, usage.tokens(), usage.terms()) : Cost.UNKNOWN;
    }

    private static EventKey key(TranscriptLine line) {
        var id = line.message().id();
        if (id == null) {
            return TranscriptEvents.keyOf(line, "message");
        }
        var requestId = line.requestId();
        return requestId == null
                ? EventKey.of(Tool.CLAUDE_CODE, "message", id)
                : EventKey.of(Tool.CLAUDE_CODE, "message", id, requestId);
    }

    /** Telemetry knows a request by its id alone. */
    private static EventKey alias(TranscriptLine line) {
        var requestId = line.requestId();
        return requestId == null ? EventKey.NONE : EventKey.ofRequest(Tool.CLAUDE_CODE, requestId);
    }
}
