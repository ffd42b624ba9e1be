package dev.aiusage.providers.files;

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
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the messages of one chat into events, in their order: each message of the model is a request, told once or often. */
final class GeminiChat {

    private final RecentMessages recent = new RecentMessages();
    private final PriceTable prices;
    private final PlausibleTime plausible;
    private final Label project;
    private @Nullable String session;

    GeminiChat(PriceTable prices, PlausibleTime plausible, Label project) {
        this.prices = prices;
        this.plausible = plausible;
        this.project = project;
    }

    void open(String id) {
        session = id;
    }

    /** Messages without tokens are no requests yet, or none that was answered. */
    Optional<UsageEvent> requestIn(GeminiMessage message) throws BadLine {
        if (!message.hasTokens()) {
            if (message.isOfModel()) {
                recent.remember(message);
            }
            return Optional.empty();
        }
        if (!message.isOfModel() && !message.isUpdate()) {
            return Optional.empty();
        }
        message.requireSound();
        var whole = recent.completed(message);
        var id = whole.id();
        if (id == null) {
            throw new BadLine("id is missing");
        }
        var at = LogTime.of(whole.timestamp(), plausible);
        var tokens = whole.tokens().count();
        var copiesBefore = recent.copiesBefore(id);
        recent.remember(whole);
        return tokens.isKnown() ? Optional.of(event(id, at, whole, tokens, copiesBefore)) : Optional.empty();
    }

    private UsageEvent event(String id, Instant at, GeminiMessage message, TokenCount tokens, int copiesBefore) {
        var model = message.model();
        return new UsageEvent(
                session == null
                        ? EventKey.of(Tool.GEMINI_CLI, "message", id)
                        : EventKey.of(Tool.GEMINI_CLI, "message", session, id),
                EventPart.WHOLE,
                at,
                new EventLabels(model, project, Label.NONE),
                session == null ? SessionKey.NONE : SessionKey.of(Tool.GEMINI_CLI, session),
                Measures.NONE
                        .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                        .withTokens(tokens)
                        .withCost(
                                model.isPresent()
                                        ? prices.costOf(model.text(), at, tokens, PriceTerms.STANDARD)
                                        : Cost.UNKNOWN),
                PriceTerms.STANDARD,
                new CopyRank(copiesBefore, project.isPresent() ? 1 : 0, 0));
    }
}
