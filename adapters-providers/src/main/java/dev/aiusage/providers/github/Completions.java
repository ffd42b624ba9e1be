package dev.aiusage.providers.github;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;

/** Code that was suggested while typing, as both old interfaces count it. Each acceptance is an interaction. */
final class Completions {

    private Completions() {}

    static Measures measures(Count suggestions, Count acceptances, Count linesAccepted) {
        return Measures.NONE
                .withRequests(Counters.requests(acceptances))
                .withDecisions(new Decisions(suggestions, acceptances, Count.UNKNOWN))
                .withLines(new LinesChanged(linesAccepted, Count.UNKNOWN));
    }
}
