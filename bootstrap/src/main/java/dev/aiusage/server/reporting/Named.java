package dev.aiusage.server.reporting;

import dev.aiusage.domain.usage.Measures;
import java.util.Comparator;

/** Usage that has a name: a day's, a tool's, a model's, a project's. */
record Named(String name, Measures measures) {

    /** As a dashboard orders: by requests, then tokens, the most first; then by name. */
    static final Comparator<Named> MOST_FIRST = Comparator.<Named>comparingLong(
                    named -> named.measures.requests().count().orElse(0))
            .thenComparingLong(named -> named.measures.tokens().total().orElse(0))
            .reversed()
            .thenComparing(Named::name);
}
