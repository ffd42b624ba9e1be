package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts rows together to the days of each integration, in order. */
final class DaysByIntegration {

    private final Map<UUID, NavigableMap<LocalDate, DayOfRows>> days = new HashMap<>();

    DayOfRows day(UUID integration, LocalDate date) {
        return days.computeIfAbsent(integration, first -> new TreeMap<>())
                .computeIfAbsent(date, first -> new DayOfRows());
    }

    Map<UUID, List<UsageDay>> toMap() {
        return days.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> toList(entry.getValue())));
    }

    private static List<UsageDay> toList(NavigableMap<LocalDate, DayOfRows> days) {
        return days.entrySet().stream()
                .map(entry -> entry.getValue().on(entry.getKey()))
                .toList();
    }
}
