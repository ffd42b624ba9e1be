package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What a heatmap counts. {@link #COST} counts nano-dollars. */
public enum HeatmapMeasure {
    REQUESTS("requests", measures -> measures.requests().count()),
    TOKENS("tokens", measures -> measures.tokens().total()),
    COST("cost", measures -> measures.cost().nanoDollars());

    private final String slug;
    private final Function<Measures, Count> count;

    HeatmapMeasure(String slug, Function<Measures, Count> count) {
        this.slug = slug;
        this.count = count;
    }

    public static Optional<HeatmapMeasure> named(String slug) {
        return Arrays.stream(values())
                .filter(measure -> measure.slug.equals(slug))
                .findFirst();
    }

    public String slug() {
        return slug;
    }

    long in(Measures measures) {
        return count.apply(measures).orElse(0);
    }
}
