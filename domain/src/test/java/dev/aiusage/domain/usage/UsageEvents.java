package dev.aiusage.domain.usage;

import dev.aiusage.domain.integration.Tool;
import java.time.Instant;
import java.util.Random;

/** Builds events for tests, copies of one unless another name is given. */
final class UsageEvents {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private UsageEvents() {}

    static EventKey key(String name) {
        return EventKey.of(Tool.CLAUDE_CODE, "message", name);
    }

    /** A whole event with so many output tokens at noon. */
    static UsageEvent request(long tokens) {
        return request(tokens, CopyRank.PLAIN);
    }

    static UsageEvent request(long tokens, CopyRank rank) {
        return of(EventPart.WHOLE, NOON, EventLabels.NONE, requestWith(tokens), rank);
    }

    static UsageEvent request(long tokens, Instant at) {
        return of(EventPart.WHOLE, at, EventLabels.NONE, requestWith(tokens), CopyRank.PLAIN);
    }

    static UsageEvent edit(EventPart part, Measures measures, String language) {
        return of(part, NOON, new EventLabels(Label.NONE, Label.NONE, Label.of(language)), measures, CopyRank.PLAIN);
    }

    /** Any copy or half of one event, out of few values so that ties are common. */
    static UsageEvent anyCopy(Random random) {
        var labels = new EventLabels(
                Label.of(any(random, "", "opus")),
                Label.of(any(random, "", "shop")),
                Label.of(any(random, "", "go", "java")));
        var measures = requestWith(random.nextInt(2)).withLines(LinesChanged.of(random.nextInt(2), random.nextInt(2)));
        return of(
                EventPart.ofBits(1 + random.nextInt(3)),
                NOON.plusSeconds(random.nextInt(2)),
                labels,
                measures,
                new CopyRank(random.nextInt(2), random.nextInt(2), random.nextInt(2)));
    }

    private static UsageEvent of(EventPart part, Instant at, EventLabels labels, Measures measures, CopyRank rank) {
        return new UsageEvent(key("msg_1"), part, at, labels, SessionKey.NONE, measures, PriceTerms.STANDARD, rank);
    }

    private static Measures requestWith(long tokens) {
        return Measures.NONE
                .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                .withTokens(TokenCount.ofKinds(Count.UNKNOWN, Count.of(tokens), Count.UNKNOWN, Count.UNKNOWN));
    }

    private static String any(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
