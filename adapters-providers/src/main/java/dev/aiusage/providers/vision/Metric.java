package dev.aiusage.providers.vision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures that can be read off a picture. Models that take the form loosely call some by another name. */
enum Metric {
    REQUESTS("requests", "request_count", "interactions"),
    INPUT_TOKENS("input_tokens"),
    OUTPUT_TOKENS("output_tokens"),
    CACHE_READ_TOKENS("cache_read_tokens"),
    CACHE_CREATION_TOKENS("cache_creation_tokens", "cache_write_tokens"),
    TOTAL_TOKENS("total_tokens", "token_count", "tokens"),
    LINES_ADDED("lines_added", "lines_of_code"),
    LINES_REMOVED("lines_removed"),
    ACCEPTANCE_RATE("acceptance_rate"),
    SESSIONS("sessions"),
    COST_USD("cost_usd", "cost");

    private final String slug;
    private final List<String> aliases;

    Metric(String slug, String... aliases) {
        this.slug = slug;
        this.aliases = List.of(aliases);
    }

    static Optional<Metric> named(String text) {
        return Arrays.stream(values())
                .filter(metric -> metric.slug.equals(text) || metric.aliases.contains(text))
                .findFirst();
    }

    String slug() {
        return slug;
    }
}
