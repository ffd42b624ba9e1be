package dev.aiusage.domain.usage;

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
            .thenComparing(event -> event.labels().project(), Comparator.reverseOrder());
}
