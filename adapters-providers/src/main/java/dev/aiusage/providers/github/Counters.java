package dev.aiusage.providers.github;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.providers.calls.JsonFields;

/** The counters that rows and their parts share. */
final class Counters {

    private Counters() {}

    /** Prompts that the user sent. */
    static Count interactions(JsonFields counted) {
        return counted.count("user_initiated_interaction_count");
    }

    static Count acceptances(JsonFields counted) {
        return counted.count("code_acceptance_activity_count");
    }

    static Decisions decisions(JsonFields counted) {
        return new Decisions(counted.count("code_generation_activity_count"), acceptances(counted), Count.UNKNOWN);
    }

    static RequestCount requests(Count promptsAndAcceptances) {
        return RequestCount.of(promptsAndAcceptances, RequestBasis.PROMPTS_AND_ACCEPTANCES);
    }
}
