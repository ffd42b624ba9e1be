package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** Reads one tool of the demo file, and checks that its figures add up. */
final class DemoToolReader {

    private DemoToolReader() {}

    static DemoTool read(DemoJson place) {
        var tool = place.required("tool_name").tool();
        var usage = place.required("last_90_days");
        var days = days(usage.required("daily_breakdown"));
        checkTotals(usage, days);
        var projects = breakdowns(usage.optional("top_projects"), Dimension.PROJECT, total(days));
        return new DemoTool(tool, new ProjectSpread(projects, days).toDays());
    }

    private static List<UsageDay> days(DemoJson breakdown) {
        var byDate = new TreeMap<LocalDate, UsageDay>();
        for (var place : breakdown.items()) {
            var date = place.required("date").date();
            var measures = DemoMeasures.read(place);
            var models = breakdowns(place.optional("models"), Dimension.MODEL, measures);
            if (byDate.put(date, new UsageDay(date, measures, models)) != null) {
                throw place.required("date").broken(date + " stands twice");
            }
        }
        return List.copyOf(byDate.values());
    }

    private static List<Breakdown> breakdowns(DemoJson list, Dimension dimension, Measures whole) {
        var breakdowns = new ArrayList<Breakdown>();
        var seen = new HashSet<Label>();
        for (var place : list.items()) {
            var label = place.required("name").label();
            if (!seen.add(label)) {
                throw place.required("name").broken(label + " stands twice");
            }
            breakdowns.add(new Breakdown(dimension, label, DemoMeasures.read(place)));
        }
        DemoSums.requireWithin(
                list, breakdowns.stream().map(Breakdown::measures).toList(), whole);
        return breakdowns;
    }

    private static void checkTotals(DemoJson usage, List<UsageDay> days) {
        var total = total(days);
        DemoSums.requireEqual(usage.optional("total_requests"), total.requests().count(), "the days");
        DemoSums.requireEqual(usage.optional("total_tokens"), total.tokens().total(), "the days");
        var active = days.stream().filter(day -> day.measures().isActivity()).count();
        DemoSums.requireEqual(usage.optional("active_days"), Count.of(active), "the active days");
    }

    private static Measures total(List<UsageDay> days) {
        return days.stream().map(UsageDay::measures).reduce(Measures.NONE, Measures::plus);
    }
}
