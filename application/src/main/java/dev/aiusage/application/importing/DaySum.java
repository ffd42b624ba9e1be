package dev.aiusage.application.importing;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.DayLimits;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the rows of a file that belong to one day of one tool. */
final class DaySum {

    private record Part(Dimension dimension, Label label) {}

    private final Map<Part, Measures> parts =
            new TreeMap<>(Comparator.comparing(Part::dimension).thenComparing(Part::label));
    private Measures measures = Measures.NONE;
    private long rows;

    void add(UsageDay row) {
        rows++;
        measures = plausible(measures.plus(row.measures()));
        row.breakdowns()
                .forEach(part ->
                        parts.merge(new Part(part.dimension(), part.label()), part.measures(), DaySum::plausibleSum));
    }

    long rows() {
        return rows;
    }

    int parts() {
        return parts.size();
    }

    UsageDay on(LocalDate date) {
        var breakdowns = parts.entrySet().stream()
                .map(part ->
                        new Breakdown(part.getKey().dimension(), part.getKey().label(), part.getValue()))
                .toList();
        return new UsageDay(date, measures, breakdowns);
    }

    private static Measures plausibleSum(Measures some, Measures more) {
        return plausible(some.plus(more));
    }

    private static Measures plausible(Measures sum) {
        requireAtMost(DayLimits.MAX_COUNT, sum.requests().count());
        requireAtMost(DayLimits.MAX_COUNT, sum.tokens().total());
        requireAtMost(DayLimits.MAX_COUNT, sum.lines().added());
        requireAtMost(DayLimits.MAX_COUNT, sum.lines().removed());
        requireAtMost(DayLimits.MAX_COUNT, sum.decisions().suggestions());
        requireAtMost(DayLimits.MAX_COUNT, sum.decisions().acceptances());
        requireAtMost(DayLimits.MAX_COUNT, sum.decisions().rejections());
        requireAtMost(DayLimits.MAX_COUNT, sum.sessions());
        requireAtMost(DayLimits.MAX_NANO_DOLLARS, sum.cost().nanoDollars());
        return sum;
    }

    private static void requireAtMost(long max, Count count) {
        if (count.orElse(0) > max) {
            throw new ArithmeticException("too much for a day");
        }
    }
}
