package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Projects are given only for the whole time: their figures are spread over the days in proportion to each day's own, so that
 * every project adds up to what was given, and no day has more in its projects than in all.
 */
final class ProjectSpread {

    private final List<Breakdown> projects;
    private final List<UsageDay> days;

    ProjectSpread(List<Breakdown> projects, List<UsageDay> days) {
        this.projects = projects;
        this.days = days;
    }

    List<UsageDay> toDays() {
        var requests = spread(measures -> measures.requests().count());
        var tokens = spread(measures -> measures.tokens().total());
        var cost = spread(measures -> measures.cost().nanoDollars());
        return IntStream.range(0, days.size())
                .mapToObj(day -> withProjects(days.get(day), requests.get(day), tokens.get(day), cost.get(day)))
                .toList();
    }

    private UsageDay withProjects(UsageDay day, List<Count> requests, List<Count> tokens, List<Count> cost) {
        var breakdowns = new ArrayList<>(day.breakdowns());
        for (var i = 0; i < projects.size(); i++) {
            if (requests.get(i).isPositive()
                    || tokens.get(i).isPositive()
                    || cost.get(i).isPositive()) {
                var measures = Measures.NONE
                        .withRequests(DemoMeasures.requests(requests.get(i)))
                        .withTokens(TokenCount.ofTotal(tokens.get(i)))
                        .withCost(estimate(cost.get(i)));
                var project = projects.get(i);
                breakdowns.add(new Breakdown(project.dimension(), project.label(), measures));
            }
        }
        return new UsageDay(day.date(), day.measures(), breakdowns);
    }

    /** For each day the share of each project, unknown where the project's figure is. */
    private List<List<Count>> spread(Function<Measures, Count> figure) {
        var given = projects.stream()
                .map(project -> figure.apply(project.measures()))
                .toList();
        var remaining = remaining(given, figure);
        var spread = new ArrayList<List<Count>>();
        for (var day : days) {
            var shares = LargestRemainder.shares(figure.apply(day.measures()).orElse(0), remaining);
            for (var i = 0; i < shares.length; i++) {
                remaining[i] -= shares[i];
            }
            spread.add(IntStream.range(0, given.size())
                    .mapToObj(i -> given.get(i).isKnown() ? Count.of(shares[i]) : Count.UNKNOWN)
                    .toList());
        }
        return spread;
    }

    /** What each project has yet to get, and last what belongs to no project: together exactly what all days have. */
    private long[] remaining(List<Count> given, Function<Measures, Count> figure) {
        var all = days.stream()
                .mapToLong(day -> figure.apply(day.measures()).orElse(0))
                .sum();
        var remaining = new long[given.size() + 1];
        for (var i = 0; i < given.size(); i++) {
            remaining[i] = given.get(i).orElse(0);
            all -= remaining[i];
        }
        remaining[given.size()] = all;
        return remaining;
    }

    private static Cost estimate(Count nanoDollars) {
        return nanoDollars.isKnown() ? new Cost(nanoDollars, CostBasis.VENDOR_ESTIMATE) : Cost.UNKNOWN;
    }
}
