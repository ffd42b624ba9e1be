package dev.aiusage.persistence;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;

/** Builds events for tests: {@code Events.request("m1").at("2026-11-24T10:00:00Z").tokens(5, 7)}. */
public final class Events {

    private final UsageEvent event;

    private Events(UsageEvent event) {
        this.event = event;
    }

    public static Events request(String id) {
        var measures = Measures.NONE.withRequests(RequestCount.of(1, RequestBasis.REQUESTS));
        return new Events(event(id, EventPart.WHOLE, measures));
    }

    public static Events edit(String id) {
        return new Events(event(id, EventPart.WHOLE, Measures.NONE));
    }

    private static UsageEvent event(String id, EventPart part, Measures measures) {
        return new UsageEvent(
                EventKey.of(Tool.CLAUDE_CODE, "test", id),
                part,
                Storage.NOON,
                EventLabels.NONE,
                SessionKey.NONE,
                measures,
                PriceTerms.STANDARD,
                CopyRank.PLAIN);
    }

    public Events at(String instant) {
        return at(Instant.parse(instant));
    }

    public Events at(Instant instant) {
        return with(event.part(), instant, event.labels(), event.session(), event.measures(), event.rank());
    }

    public Events part(EventPart part) {
        return with(part, event.at(), event.labels(), event.session(), event.measures(), event.rank());
    }

    public Events model(String model) {
        return labels(new EventLabels(
                new Label(model), event.labels().project(), event.labels().language()));
    }

    public Events project(String project) {
        return labels(new EventLabels(
                event.labels().model(), new Label(project), event.labels().language()));
    }

    public Events language(String language) {
        return labels(new EventLabels(event.labels().model(), event.labels().project(), new Label(language)));
    }

    public Events session(String session) {
        var key = SessionKey.of(Tool.CLAUDE_CODE, session);
        return with(event.part(), event.at(), event.labels(), key, event.measures(), event.rank());
    }

    /** By which key a source that knows less calls this event. */
    public Events alias(String id) {
        return new Events(event.withAlias(EventKey.of(Tool.CLAUDE_CODE, "test", id)));
    }

    public Events tokens(long input, long output) {
        return tokens(TokenCount.ofKinds(Count.of(input), Count.of(output), Count.UNKNOWN, Count.UNKNOWN));
    }

    public Events tokens(TokenCount tokens) {
        return measures(event.measures().withTokens(tokens));
    }

    public Events lines(long added, long removed) {
        return measures(event.measures().withLines(LinesChanged.of(added, removed)));
    }

    public Events accepted() {
        return measures(event.measures().withDecisions(Decisions.ACCEPTED));
    }

    public Events rejected() {
        return measures(event.measures().withDecisions(Decisions.REJECTED));
    }

    public Events cost(long nanoDollars, CostBasis basis) {
        return measures(event.measures().withCost(Cost.ofNanoDollars(nanoDollars, basis)));
    }

    public Events requests(long count, RequestBasis basis) {
        return measures(event.measures().withRequests(RequestCount.of(count, basis)));
    }

    public Events rank(int source, int detail, int origin) {
        var rank = new CopyRank(source, detail, origin);
        return with(event.part(), event.at(), event.labels(), event.session(), event.measures(), rank);
    }

    public Events terms(PriceTerms terms) {
        return new Events(new UsageEvent(
                event.key(),
                event.alias(),
                event.part(),
                event.at(),
                event.labels(),
                event.session(),
                event.measures(),
                terms,
                event.rank()));
    }

    public UsageEvent build() {
        return event;
    }

    private Events labels(EventLabels labels) {
        return with(event.part(), event.at(), labels, event.session(), event.measures(), event.rank());
    }

    private Events measures(Measures measures) {
        return with(event.part(), event.at(), event.labels(), event.session(), measures, event.rank());
    }

    private Events with(
            EventPart part, Instant at, EventLabels labels, SessionKey session, Measures measures, CopyRank rank) {
        return new Events(
                new UsageEvent(event.key(), event.alias(), part, at, labels, session, measures, event.terms(), rank));
    }
}
