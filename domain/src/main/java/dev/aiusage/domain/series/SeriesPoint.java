package dev.aiusage.domain.series;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * What a series has of one period. What no source knows for any of its days is unknown, never 0.
 *
 * @param rated the decisions of each day and tool that make the acceptance rate; where nobody's rate is known they are fewer
 *     than the measures count
 * @param statedRate what somebody gave as the rate of this one day, where nothing is counted
 * @param provenance where each group of the measures came from
 */
public record SeriesPoint(
        DateRange period,
        Measures measures,
        List<Decisions> rated,
        Optional<AcceptanceRate> statedRate,
        Provenance provenance) {

    public SeriesPoint {
        rated = List.copyOf(rated);
    }

    static SeriesPoint empty(DateRange period) {
        return new SeriesPoint(period, Measures.NONE, List.of(), Optional.empty(), Provenance.NONE);
    }

    /** From sums, never a mean of rates; what was given as the rate of a day holds for that day alone. */
    public Optional<AcceptanceRate> acceptanceRate() {
        return AcceptanceRate.over(rated).or(() -> statedRate);
    }
}
