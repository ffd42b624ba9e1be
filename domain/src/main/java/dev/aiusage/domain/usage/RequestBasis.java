package dev.aiusage.domain.usage;

import java.util.Arrays;

/** What a count of requests really counts: vendors differ in what they can tell. */
public enum RequestBasis {
    UNKNOWN("unknown"),
    /** Requests to a model, each once. */
    REQUESTS("requests"),
    PROMPTS_AND_ACCEPTANCES("prompts_and_acceptances"),
    SESSIONS_AND_EDITS("sessions_and_edits"),
    /** As a person or an export without further word gave it. */
    AS_GIVEN("as_given"),
    /** Days of a range differ in their basis. */
    MIXED("mixed");

    private final String slug;

    RequestBasis(String slug) {
        this.slug = slug;
    }

    public static RequestBasis of(String slug) {
        return Arrays.stream(values())
                .filter(basis -> basis.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a basis of requests: " + slug));
    }

    public String slug() {
        return slug;
    }

    RequestBasis with(RequestBasis other) {
        if (this == UNKNOWN || this == other) {
            return other;
        }
        return other == UNKNOWN ? this : MIXED;
    }
}
