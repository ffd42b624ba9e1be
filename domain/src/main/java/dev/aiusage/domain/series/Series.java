package dev.aiusage.domain.series;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One line of a chart. Its name is a tool's slug or a label; {@link Label#NONE} for all there is and for what no label was
 * given to.
 */
public final class Series {

    /** By requests, then tokens, the most first; then by name. */
    static final Comparator<Series> MOST_FIRST = Comparator.<Series>comparingLong(
                    series -> series.total.requests().count().orElse(0))
            .thenComparingLong(series -> series.total.tokens().total().orElse(0))
            .reversed()
            .thenComparing(Series::name);

    private final Label name;
    private final List<DateRange> periods;
    private final Map<DateRange, SeriesPoint> known;
    private final Measures total;

    Series(Label name, List<DateRange> periods, Map<DateRange, SeriesPoint> known) {
        this.name = name;
        this.periods = List.copyOf(periods);
        this.known = Map.copyOf(known);
        this.total = known.values().stream().map(SeriesPoint::measures).reduce(Measures.NONE, Measures::plus);
    }

    public Label name() {
        return name;
    }

    public Measures total() {
        return total;
    }

    /** Every period of the range, in order; made while they are walked along, as most labels have few days. */
    public Stream<SeriesPoint> points() {
        return periods.stream().map(period -> known.getOrDefault(period, SeriesPoint.empty(period)));
    }
}
