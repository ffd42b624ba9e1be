package dev.aiusage.domain.usage;

/** What became of a tool's suggestions and edits. Some sources count decisions, some suggestions, some both. */
public record Decisions(Count suggestions, Count acceptances, Count rejections) {

    public static final Decisions UNKNOWN = new Decisions(Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN);
    public static final Decisions ACCEPTED = new Decisions(Count.UNKNOWN, Count.ONE, Count.ZERO);
    public static final Decisions REJECTED = new Decisions(Count.UNKNOWN, Count.ZERO, Count.ONE);

    public boolean isKnown() {
        return suggestions.isKnown() || acceptances.isKnown() || rejections.isKnown();
    }

    public Decisions plus(Decisions other) {
        return new Decisions(
                suggestions.plus(other.suggestions),
                acceptances.plus(other.acceptances),
                rejections.plus(other.rejections));
    }

    Decisions minus(Decisions part) {
        return new Decisions(
                suggestions.minus(part.suggestions),
                acceptances.minus(part.acceptances),
                rejections.minus(part.rejections));
    }

    /** How many could have been accepted: all decided ones where rejections are counted, else all suggested ones. */
    Count offered() {
        return rejections.isKnown() ? acceptances.plus(rejections) : suggestions;
    }
}
