package dev.aiusage.domain.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The usage of one day by one integration (or, merged, of one tool): its measures and, where known, their breakdowns, each
 * (dimension, label) once. The date is a UTC day unless the holder says another zone.
 */
public record UsageDay(LocalDate date, Measures measures, List<Breakdown> breakdowns) {

    public UsageDay {
        breakdowns = List.copyOf(breakdowns);
        if (breakdowns.stream().map(Name::of).distinct().count() != breakdowns.size()) {
            throw new IllegalArgumentException("a label twice in the breakdowns of " + date);
        }
    }

    public static UsageDay of(LocalDate date, Measures measures) {
        return new UsageDay(date, measures, List.of());
    }

    public Stream<Breakdown> breakdowns(Dimension dimension) {
        return breakdowns.stream().filter(breakdown -> breakdown.dimension() == dimension);
    }

    private record Name(Dimension dimension, Label label) {
        static Name of(Breakdown breakdown) {
            return new Name(breakdown.dimension(), breakdown.label());
        }
    }
}
