package dev.aiusage.domain.usage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One thing that happened at an instant: a request to a model, or an edit and what became of it. Numbers and names only,
 * never content. Instants have microseconds, as every storage keeps them.
 *
 * @param alias the key that a source which knows less of the same event gives it; {@link EventKey#NONE} if there is none. An event
 *     whose key is the alias of another one of its user is that one, and steps back: whichever of them came first
 */
public record UsageEvent(
        EventKey key,
        EventKey alias,
        EventPart part,
        Instant at,
        EventLabels labels,
        SessionKey session,
        Measures measures,
        PriceTerms terms,
        CopyRank rank) {

    public UsageEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
        alias = alias.equals(key) ? EventKey.NONE : alias;
    }

    /** An event that every source calls the same. */
    public UsageEvent(
            EventKey key,
            EventPart part,
            Instant at,
            EventLabels labels,
            SessionKey session,
            Measures measures,
            PriceTerms terms,
            CopyRank rank) {
        this(key, EventKey.NONE, part, at, labels, session, measures, terms, rank);
    }

    public enum Kind {
        REQUEST("request"),
        EDIT("edit");

        private final String slug;

        Kind(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }

    public Kind kind() {
        return measures.requests().isKnown() ? Kind.REQUEST : Kind.EDIT;
    }

    /** What this event adds to totals: nothing while only half of it is known. */
    public Measures counted() {
        return part == EventPart.WHOLE ? measures : Measures.NONE;
    }

    /** Whether sessions are counted by this event: one of requests. */
    public boolean opensSession() {
        return part == EventPart.WHOLE && session.isPresent() && kind() == Kind.REQUEST;
    }

    /** The same event, named otherwise. */
    public UsageEvent withLabels(EventLabels changed) {
        return new UsageEvent(key, alias, part, at, changed, session, measures, terms, rank);
    }

    /**
     * The one event that two copies (or two halves) of it make. Commutative, associative and idempotent, so neither the
     * order of arrival nor repetition changes anything.
     */
    public UsageEvent mergedWith(UsageEvent other) {
        if (!key.equals(other.key)) {
            throw new IllegalArgumentException("two events: " + key + " and " + other.key);
        }
        var isBetter = isAtLeastAsGoodAs(other);
        var best = isBetter ? this : other;
        var language = later(labels.language(), other.labels.language());
        return new UsageEvent(
                key,
                later(alias, other.alias),
                part.with(other.part),
                best.at,
                best.labels.withLanguage(language),
                best.session,
                best.measures,
                best.terms,
                best.rank);
    }

    /** Not that of the better copy: it can come from the lesser one alone, and only a rule of its own stays associative. */
    private static <T extends Comparable<T>> T later(T one, T other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private boolean isAtLeastAsGoodAs(UsageEvent other) {
        return part.hasResult() == other.part.hasResult()
                ? CopyRank.BEST_LAST.compare(this, other) >= 0
                : part.hasResult();
    }

    public UsageEvent withCost(Cost cost) {
        return new UsageEvent(key, alias, part, at, labels, session, measures.withCost(cost), terms, rank);
    }

    public UsageEvent withAlias(EventKey other) {
        return new UsageEvent(key, other, part, at, labels, session, measures, terms, rank);
    }
}
