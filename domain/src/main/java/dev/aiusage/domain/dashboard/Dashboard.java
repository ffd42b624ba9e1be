package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A user's usage over a range of days. {@link #totalInteractions()} equals the sum of the heatmap of requests and the sum over
 * the tools.
 */
public record Dashboard(DateRange range, ZoneId zone, List<ToolUsage> tools) {

    public Dashboard {
        tools = List.copyOf(tools);
    }

    /** The tools that pass, with usage or an integration: by requests, then tokens, the most first; then by name. */
    public static Dashboard of(UserUsage usage, Predicate<Tool> shown) {
        var tools = usage.integrations().stream()
                .map(held -> held.integration().tool())
                .distinct()
                .filter(shown)
                .map(tool -> ToolUsage.of(tool, usage))
                .sorted(ToolUsage.MOST_FIRST)
                .toList();
        return new Dashboard(usage.range(), usage.zone(), tools);
    }

    /** Requests of all tools; 0 where no tool knows any. */
    public long totalInteractions() {
        return tools.stream()
                .mapToLong(tool -> tool.totals().requests().count().orElse(0))
                .reduce(0, Math::addExact);
    }

    /** Days on which any tool was active. */
    public int activeDays() {
        return activeDates().size();
    }

    public Streaks streaks() {
        return Streaks.of(range, activeDates());
    }

    /** The tool with the most requests (then tokens, then by name); empty when nothing was used. */
    public Optional<ToolUsage> topTool() {
        return tools.stream().filter(tool -> tool.activeDays() > 0).findFirst();
    }

    public Heatmap heatmap(HeatmapMeasure measure) {
        var counts = new HashMap<LocalDate, Long>();
        for (var tool : tools) {
            for (var day : tool.days()) {
                counts.merge(day.date(), measure.in(day.measures()), Math::addExact);
            }
        }
        return Heatmap.of(measure, range, counts);
    }

    /**
     * Models with requests on days on which their cost is unknown although it could be reckoned, by tool and name. Where a vendor
     * tells what the day cost, or counts no tokens of a model, no price list is missing it.
     */
    public List<UnpricedModel> unpricedModels() {
        return tools.stream().flatMap(tool -> unpricedModels(tool).stream()).toList();
    }

    private static List<UnpricedModel> unpricedModels(ToolUsage tool) {
        Map<Label, Long> requests = new TreeMap<>();
        for (var day : tool.days()) {
            if (isToldByVendor(day.measures().cost().basis())) {
                continue;
            }
            day.breakdowns(Dimension.MODEL)
                    .filter(model -> !model.measures().cost().isKnown())
                    .filter(model -> model.measures().tokens().isKnown())
                    .filter(model -> model.measures().requests().count().isPositive())
                    .forEach(model -> requests.merge(
                            model.label(), model.measures().requests().count().orElse(0), Math::addExact));
        }
        return requests.entrySet().stream()
                .map(entry -> new UnpricedModel(tool.tool(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isToldByVendor(CostBasis basis) {
        return basis == CostBasis.BILLED || basis == CostBasis.VENDOR_ESTIMATE;
    }

    private TreeSet<LocalDate> activeDates() {
        var dates = new TreeSet<LocalDate>();
        for (var tool : tools) {
            tool.days().stream().filter(day -> day.measures().isActivity()).forEach(day -> dates.add(day.date()));
        }
        return dates;
    }
}
