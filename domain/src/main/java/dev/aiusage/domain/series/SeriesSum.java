package dev.aiusage.domain.series;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.Provenance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds parts of days up by name and period. */
final class SeriesSum {

    private final List<DateRange> periods;
    private final Map<LocalDate, DateRange> periodOf = new HashMap<>();
    private final Map<Label, Map<DateRange, PointSum>> sums = new HashMap<>();

    SeriesSum(List<DateRange> periods) {
        this.periods = List.copyOf(periods);
        periods.forEach(period -> period.stream().forEach(date -> periodOf.put(date, period)));
    }

    /** A series that is there even if nothing is added to it. */
    void begin(Label name) {
        sums.computeIfAbsent(name, first -> new HashMap<>());
    }

    void add(LocalDate date, Part part) {
        var period = periodOf.get(date);
        if (period == null) {
            throw new IllegalArgumentException(date + " lies in no period");
        }
        sums.computeIfAbsent(part.name(), first -> new HashMap<>())
                .computeIfAbsent(period, first -> new PointSum())
                .add(part);
    }

    List<Series> toList() {
        return sums.entrySet().stream()
                .map(sum -> new Series(sum.getKey(), periods, points(sum.getValue())))
                .sorted(Series.MOST_FIRST)
                .toList();
    }

    private static Map<DateRange, SeriesPoint> points(Map<DateRange, PointSum> sums) {
        return sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, sum -> sum.getValue().at(sum.getKey())));
    }

    private static final class PointSum {

        private Measures measures = Measures.NONE;
        private Provenance provenance = Provenance.NONE;
        private final List<Decisions> rated = new ArrayList<>();
        private final List<AcceptanceRate> stated = new ArrayList<>();

        void add(Part part) {
            measures = measures.plus(part.measures());
            provenance = provenance.plus(part.provenance());
            if (part.rated().isKnown()) {
                rated.add(part.rated());
            }
            part.statedRate().ifPresent(stated::add);
        }

        /** Rates can't be added up: one is shown for its own day and tool, or not at all. */
        SeriesPoint at(DateRange period) {
            var isAlone = stated.size() == 1 && rated.isEmpty() && period.days() == 1;
            var rate = isAlone ? Optional.of(stated.get(0)) : Optional.<AcceptanceRate>empty();
            return new SeriesPoint(period, measures, rated, rate, provenance);
        }
    }
}
