package dev.aiusage.domain.telemetry;

import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Measures;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all counting sums of the same labels come to in a quarter of an hour. */
public record SumBucket(Instant quarterHour, EventLabels labels, Measures measures) {

    private record Place(Instant quarterHour, EventLabels labels) {}

    /** Too large a sum is an {@link ArithmeticException}. */
    public static List<SumBucket> of(Collection<SumRise> counting) {
        var amounts = new HashMap<Place, Map<SumMeasure, Long>>();
        for (var rise : counting) {
            amounts.computeIfAbsent(
                            new Place(rise.quarterHour(), rise.subject().labels()),
                            first -> new EnumMap<>(SumMeasure.class))
                    .merge(rise.subject().measure(), rise.amount(), Math::addExact);
        }
        return amounts.entrySet().stream()
                .map(entry -> new SumBucket(
                        entry.getKey().quarterHour, entry.getKey().labels, SumMeasure.measures(entry.getValue())))
                .toList();
    }
}
