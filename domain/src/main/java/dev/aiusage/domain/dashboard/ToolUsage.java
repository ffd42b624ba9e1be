package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The usage of one tool over a range: merged over its integrations, by day, with the days that have data, in order. */
public final class ToolUsage {

    /** By requests, then tokens, the most first; then by name. */
    static final Comparator<ToolUsage> MOST_FIRST = Comparator.<ToolUsage>comparingLong(
                    usage -> usage.totals().requests().count().orElse(0))
            .thenComparingLong(usage -> usage.totals().tokens().total().orElse(0))
            .reversed()
            .thenComparing(usage -> usage.tool().displayName())
            .thenComparing(ToolUsage::tool);

    private static final int TOP = 10;

    private final Tool tool;
    private final DayBasis basis;
    private final List<SourcedDay> sourcedDays;
    private final List<UsageDay> days;
    private final Measures totals;
    private final @Nullable Instant lastSyncedAt;

    private ToolUsage(Tool tool, DayBasis basis, List<SourcedDay> sourcedDays, @Nullable Instant lastSyncedAt) {
        this.tool = tool;
        this.basis = basis;
        this.sourcedDays = List.copyOf(sourcedDays);
        this.days = sourcedDays.stream().map(SourcedDay::day).toList();
        this.totals = days.stream().map(UsageDay::measures).reduce(Measures.NONE, Measures::plus);
        this.lastSyncedAt = lastSyncedAt;
    }

    static ToolUsage of(Tool tool, UserUsage usage) {
        var integrations = usage.integrations().stream()
                .filter(held -> held.integration().tool().equals(tool))
                .toList();
        var merge = new SourceMerge(integrations);
        var days = merge.sourcedDays().stream()
                .filter(day -> usage.range().contains(day.day().date()))
                .toList();
        var lastSyncedAt = integrations.stream()
                .map(IntegrationUsage::integration)
                .map(Integration::lastSyncedAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new ToolUsage(tool, merge.basis(), days, lastSyncedAt);
    }

    public Tool tool() {
        return tool;
    }

    public DayBasis basis() {
        return basis;
    }

    public List<UsageDay> days() {
        return days;
    }

    /** The same days, each with whose word it is. */
    public List<SourcedDay> sourcedDays() {
        return sourcedDays;
    }

    public Measures totals() {
        return totals;
    }

    public Optional<Instant> lastSyncedAt() {
        return Optional.ofNullable(lastSyncedAt);
    }

    public long activeDays() {
        return days.stream().filter(day -> day.measures().isActivity()).count();
    }

    /** From the sums of the days, never a mean of daily rates. */
    public Optional<AcceptanceRate> acceptanceRate() {
        return AcceptanceRate.over(
                days.stream().map(day -> day.measures().decisions()).toList());
    }

    /** All models, by requests and then tokens, the most first. */
    public List<Breakdown> models() {
        return total(Dimension.MODEL);
    }

    /** At most 10 projects, by requests and then tokens, the most first. */
    public List<Breakdown> topProjects() {
        var projects = total(Dimension.PROJECT);
        return projects.subList(0, Math.min(TOP, projects.size()));
    }

    private List<Breakdown> total(Dimension dimension) {
        var sum = new BreakdownSum();
        days.forEach(day -> day.breakdowns(dimension).forEach(sum::add));
        return sum.toList();
    }
}
