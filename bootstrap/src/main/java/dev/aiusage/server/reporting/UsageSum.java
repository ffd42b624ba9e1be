package dev.aiusage.server.reporting;

import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Usage of several tools on one day, or on all days, with its parts by model and tool. */
final class UsageSum {

    private Measures measures = Measures.NONE;
    private final Map<String, Measures> models = new HashMap<>();
    private final Map<Tool, Measures> tools = new HashMap<>();

    static UsageSum of(Dashboard dashboard) {
        var sum = new UsageSum();
        dashboard.tools().forEach(tool -> tool.days().forEach(day -> sum.add(tool.tool(), day)));
        return sum;
    }

    /** The days with data, in order. */
    static SortedMap<LocalDate, UsageSum> byDay(Dashboard dashboard) {
        var sums = new TreeMap<LocalDate, UsageSum>();
        dashboard
                .tools()
                .forEach(tool -> tool.days()
                        .forEach(day -> sums.computeIfAbsent(day.date(), first -> new UsageSum())
                                .add(tool.tool(), day)));
        return sums;
    }

    private void add(Tool tool, UsageDay day) {
        measures = measures.plus(day.measures());
        tools.merge(tool, day.measures(), Measures::plus);
        day.breakdowns(Dimension.MODEL)
                .forEach(model -> models.merge(model.label().text(), model.measures(), Measures::plus));
    }

    Measures measures() {
        return measures;
    }

    List<Named> models() {
        return models.entrySet().stream()
                .map(model -> new Named(model.getKey(), model.getValue()))
                .sorted(Named.MOST_FIRST)
                .toList();
    }

    /** By their slugs. */
    List<Named> tools() {
        return tools.entrySet().stream()
                .map(tool -> new Named(tool.getKey().slug(), tool.getValue()))
                .sorted(Named.MOST_FIRST)
                .toList();
    }
}
