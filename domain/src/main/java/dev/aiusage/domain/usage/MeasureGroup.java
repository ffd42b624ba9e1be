package dev.aiusage.domain.usage;

import java.util.function.Predicate;

/** What of a day always comes whole from one source. */
public enum MeasureGroup {
    REQUESTS("requests", measures -> measures.requests().isKnown()),
    TOKENS("tokens", measures -> measures.tokens().isKnown()),
    LINES("lines", measures -> measures.lines().isKnown()),
    DECISIONS("decisions", measures -> measures.decisions().isKnown()),
    SESSIONS("sessions", measures -> measures.sessions().isKnown()),
    COST("cost", measures -> measures.cost().isKnown());

    private final String slug;
    private final Predicate<Measures> known;

    MeasureGroup(String slug, Predicate<Measures> known) {
        this.slug = slug;
        this.known = known;
    }

    public String slug() {
        return slug;
    }

    public boolean isKnown(Measures measures) {
        return known.test(measures);
    }
}
