package dev.aiusage.domain.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The usage of one day by one integration (or, merged, of one tool): its measures and, where known, their breakdowns, each
 * (dimension, label) once. The date is a UTC day unless the holder says another zone.
 *
 * @param statedRate the acceptance rate that somebody gave for this day without counts. It is nobody's sum, so it holds for this
 *     day alone; where decisions are counted there is none.
 */
public record UsageDay(
        LocalDate date, Measures measures, List<Breakdown> breakdowns, Optional<AcceptanceRate> statedRate) {

    public UsageDay {
        breakdowns = List.copyOf(breakdowns);
        if (statedRate.isPresent() && measures.decisions().isKnown()) {
            throw new IllegalArgumentException("an acceptance rate beside the counts that make it on " + date);
        }
        if (breakdowns.stream().map(Name::of).distinct().count() != breakdowns.size()) {
            throw new IllegalArgumentException("a label twice in the breakdowns of " + date);
        }
    }

    public UsageDay(LocalDate date, Measures measures, List<Breakdown> breakdowns) {
        this(date, measures, breakdowns, Optional.empty());
    }

    public static UsageDay of(LocalDate date, Measures measures) {
        return new UsageDay(date, measures, List.of());
    }

    public UsageDay withStatedRate(Optional<AcceptanceRate> rate) {
        return new UsageDay(date, measures, breakdowns, rate);
    }

    /** Whether anything of this group is known of the day. */
    public boolean knows(MeasureGroup group) {
        return group.isKnown(measures) || (group == MeasureGroup.DECISIONS && statedRate.isPresent());
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
