package dev.aiusage.domain.usage;

import java.util.Arrays;

/** What a day's usage can be broken down by. */
public enum Dimension {
    MODEL("model"),
    PROJECT("project"),
    LANGUAGE("language"),
    MEMBER("member");

    private final String slug;

    Dimension(String slug) {
        this.slug = slug;
    }

    public static Dimension of(String slug) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a dimension: " + slug));
    }

    public String slug() {
        return slug;
    }
}
