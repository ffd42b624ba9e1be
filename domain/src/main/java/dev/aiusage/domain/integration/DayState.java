package dev.aiusage.domain.integration;

import java.util.Arrays;

/** Whether a vendor may still change what it told of a UTC day. */
public enum DayState {
    /** It may, so the day is fetched again. */
    PROVISIONAL("provisional"),
    /** By the vendor's own rule it does not. */
    FINAL("final");

    private final String slug;

    DayState(String slug) {
        this.slug = slug;
    }

    public static DayState of(String slug) {
        return Arrays.stream(values())
                .filter(state -> state.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a state of a day: " + slug));
    }

    public String slug() {
        return slug;
    }
}
