package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod.Grain;
import dev.aiusage.domain.usage.Source;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One series of days for one tool out of all its integrations. What comes from the same source but for another
 * organization or account is different work and adds up; an account inside an organization that is there as a whole is left out;
 * between sources the {@link MergedDay} decides, and nothing is counted twice.
 */
final class SourceMerge {

    private final List<IntegrationUsage> integrations;

    SourceMerge(List<IntegrationUsage> integrations) {
        this.integrations = integrations;
    }

    DayBasis basis() {
        var contributing =
                integrations.stream().filter(IntegrationUsage::contributes).toList();
        var deciding = contributing.isEmpty() ? integrations : contributing;
        return deciding.stream().allMatch(usage -> usage.integration().method().grain() == Grain.INSTANTS)
                ? DayBasis.ZONED
                : DayBasis.UTC;
    }

    List<SourcedDay> sourcedDays() {
        var basis = basis();
        var byDate = new TreeMap<LocalDate, List<Contribution>>();
        for (var usage : integrations) {
            for (var day : usage.days(basis)) {
                byDate.computeIfAbsent(day.date(), date -> new ArrayList<>())
                        .add(new Contribution(usage.integration(), day));
            }
        }
        return byDate.entrySet().stream()
                .map(entry -> new MergedDay(entry.getKey(), bySource(entry.getValue())).toSourcedDay())
                .toList();
    }

    private static Map<Source, UsageDay> bySource(List<Contribution> contributions) {
        var days = new EnumMap<Source, UsageDay>(Source.class);
        for (var contribution : contributions) {
            if (contributions.stream().noneMatch(contribution::isPartOf)) {
                days.merge(contribution.integration.method().source(), contribution.day, SourceMerge::sum);
            }
        }
        return days;
    }

    private static UsageDay sum(UsageDay left, UsageDay right) {
        var breakdowns = new BreakdownSum();
        left.breakdowns().forEach(breakdowns::add);
        right.breakdowns().forEach(breakdowns::add);
        return new UsageDay(left.date(), left.measures().plus(right.measures()), breakdowns.toList());
    }

    private record Contribution(Integration integration, UsageDay day) {

        boolean isPartOf(Contribution other) {
            return integration.method() == other.integration.method()
                    && other.integration.scope().isWiderThan(integration.scope());
        }
    }
}
