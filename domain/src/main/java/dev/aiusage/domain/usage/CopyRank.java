package dev.aiusage.domain.usage;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How good a copy of an event is, by the rule of the page of its vendor; the higher number is the better. {@code source}
 * decides before the amount of tokens does, {@code detail} after it, {@code origin} after the time.
 */
public record CopyRank(int source, int detail, int origin) {

    /** For events of which there are no better and worse copies. */
    public static final CopyRank PLAIN = new CopyRank(0, 0, 0);

    /**
     * The whole order of copies, the best last: source, tokens, detail, the earlier instant, origin; what follows only
     * serves to make it total, so that no order of arrival shows in a number.
     */
    static final Comparator<UsageEvent> BEST_LAST = Comparator.<UsageEvent>comparingInt(
                    event -> event.rank().source())
            .thenComparingLong(event -> event.measures().tokens().total().orElse(-1))
            .thenComparingInt(event -> event.rank().detail())
            .thenComparing(UsageEvent::at, Comparator.reverseOrder())
            .thenComparingInt(event -> event.rank().origin())
            .thenComparingLong(event -> event.measures().cost().nanoDollars().orElse(-1))
            .thenComparing(event -> event.session().value(), Comparator.reverseOrder())
            .thenComparing(event -> event.labels().model(), Comparator.reverseOrder())
            .thenComparing(event -> event.labels().project(), Comparator.reverseOrder())
            .thenComparing(CopyRank::counts, Arrays::compare);

    private static long[] counts(UsageEvent event) {
        var measures = event.measures();
        var tokens = measures.tokens();
        return new long[] {
            measures.requests().count().orElse(-1),
            tokens.input().orElse(-1),
            tokens.output().orElse(-1),
            tokens.cacheRead().orElse(-1),
            tokens.cacheCreation().orElse(-1),
            measures.lines().added().orElse(-1),
            measures.lines().removed().orElse(-1),
            measures.decisions().acceptances().orElse(-1),
            measures.decisions().rejections().orElse(-1),
            event.terms().oneHourCacheCreation().orElse(-1),
            event.terms().webSearches().orElse(-1),
            event.terms().modifierBits()
        };
    }
}
