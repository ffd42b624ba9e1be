package dev.aiusage.persistence.memory;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Adds events up to a day with its breakdowns. */
final class DaySum {

    static final Comparator<Breakdown> BY_DIMENSION_AND_LABEL =
            Comparator.comparing(Breakdown::dimension).thenComparing(Breakdown::label);

    private record Part(Dimension dimension, Label label) {}

    private Measures total = Measures.NONE;
    private final Map<Part, Measures> parts = new HashMap<>();

    void add(EventLabels labels, Measures measures) {
        total = total.plus(measures);
        for (var dimension : Dimension.values()) {
            var label = labels.label(dimension);
            if (label.isPresent()) {
                parts.merge(new Part(dimension, label), measures, Measures::plus);
            }
        }
    }

    /** Too large a sum, also of all kinds of tokens, is an {@link ArithmeticException}. */
    UsageDay on(LocalDate date) {
        total.tokens().total();
        var breakdowns = parts.entrySet().stream()
                .map(part -> new Breakdown(part.getKey().dimension, part.getKey().label, part.getValue()))
                .sorted(BY_DIMENSION_AND_LABEL)
                .toList();
        return new UsageDay(date, total, breakdowns);
    }
}
