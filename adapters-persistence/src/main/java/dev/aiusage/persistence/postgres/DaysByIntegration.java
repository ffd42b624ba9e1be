package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBreakdowns.AI_USAGE_BREAKDOWNS;

import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Record;

/** Puts rows together to the days of each integration, in order. A row without a dimension is the day itself. */
final class DaysByIntegration {

    private static final Comparator<Breakdown> BY_DIMENSION_AND_LABEL =
            Comparator.comparing(Breakdown::dimension).thenComparing(Breakdown::label);

    private static final class Rows {
        private Measures total = Measures.NONE;
        private Optional<AcceptanceRate> statedRate = Optional.empty();
        private final List<Breakdown> parts = new ArrayList<>();

        UsageDay on(LocalDate date) {
            return new UsageDay(
                    date, total, parts.stream().sorted(BY_DIMENSION_AND_LABEL).toList(), statedRate);
        }
    }

    private final Map<UUID, NavigableMap<LocalDate, Rows>> days = new HashMap<>();

    /** Where days are sums of events, nobody has stated a rate. */
    void add(LocalDate date, Record row) {
        add(date, row, Optional.empty());
    }

    void add(LocalDate date, Record row, Optional<AcceptanceRate> statedRate) {
        var day = days.computeIfAbsent(row.get(AI_USAGE_BREAKDOWNS.INTEGRATION_ID), first -> new TreeMap<>())
                .computeIfAbsent(date, first -> new Rows());
        var measures = MeasureColumns.read(row);
        var dimension = row.get(AI_USAGE_BREAKDOWNS.DIMENSION);
        if (dimension == null) {
            day.total = measures;
            day.statedRate = statedRate;
        } else {
            var label = new Label(row.get(AI_USAGE_BREAKDOWNS.LABEL));
            day.parts.add(new Breakdown(Dimension.of(dimension), label, measures));
        }
    }

    Map<UUID, List<UsageDay>> toMap() {
        return days.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> toList(entry.getValue())));
    }

    private static List<UsageDay> toList(NavigableMap<LocalDate, Rows> days) {
        return days.entrySet().stream()
                .map(entry -> entry.getValue().on(entry.getKey()))
                .toList();
    }
}
