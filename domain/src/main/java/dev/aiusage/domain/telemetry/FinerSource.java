package dev.aiusage.domain.telemetry;

import java.util.Arrays;

/** What can know work more finely than a sum does. */
public enum FinerSource {
    REQUEST_EVENTS("request"),
    EDIT_EVENTS("edit"),
    SINGLE_REQUEST_SUMS("single_request"),
    /** Those that are costs: some tools tell of single requests without any. */
    SINGLE_REQUEST_COSTS("single_request_cost");

    private final String slug;

    FinerSource(String slug) {
        this.slug = slug;
    }

    public static FinerSource of(String slug) {
        return Arrays.stream(values())
                .filter(source -> source.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a finer source: " + slug));
    }

    public String slug() {
        return slug;
    }
}
