package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds breakdowns up by dimension and label. */
final class BreakdownSum {

    private static final Comparator<Breakdown> MOST_FIRST = Comparator.<Breakdown>comparingLong(
                    breakdown -> breakdown.measures().requests().count().orElse(0))
            .thenComparingLong(
                    breakdown -> breakdown.measures().tokens().total().orElse(0))
            .reversed()
            .thenComparing(Breakdown::label);

    private final Map<Part, Measures> sums = new LinkedHashMap<>();

    void add(Breakdown breakdown) {
        sums.merge(new Part(breakdown.dimension(), breakdown.label()), breakdown.measures(), Measures::plus);
    }

    /** The most requests first, then the most tokens, then by name. */
    List<Breakdown> toList() {
        return sums.entrySet().stream()
                .map(entry -> new Breakdown(entry.getKey().dimension, entry.getKey().label, entry.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    private record Part(Dimension dimension, Label label) {}
}
