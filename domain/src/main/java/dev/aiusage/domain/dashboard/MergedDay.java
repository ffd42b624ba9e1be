package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.Source;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The same day of one tool as several sources saw it. Each group of measures comes whole from the first source, in the order
 * of {@link Source}, that knows it; for requests a source that counts real requests goes before one that has a proxy. The
 * breakdown of a group comes from the source of the group.
 */
final class MergedDay {

    private final LocalDate date;
    private final Collection<UsageDay> byTrust;

    MergedDay(LocalDate date, Map<Source, UsageDay> bySource) {
        this.date = date;
        this.byTrust = new TreeMap<>(bySource).values();
    }

    UsageDay toUsageDay() {
        if (byTrust.size() == 1) {
            return byTrust.iterator().next();
        }
        var choice = new Choice(
                first(
                        day -> day.requests().basis() == RequestBasis.REQUESTS,
                        first(day -> day.requests().isKnown(), NOBODY)),
                first(day -> day.tokens().isKnown(), NOBODY),
                first(day -> day.lines().isKnown(), NOBODY),
                first(day -> day.decisions().isKnown(), NOBODY),
                first(day -> day.sessions().isKnown(), NOBODY),
                first(day -> day.cost().isKnown(), NOBODY));
        return new UsageDay(date, choice.measures(UsageDay::measures), breakdowns(choice));
    }

    private static final UsageDay NOBODY = UsageDay.of(LocalDate.EPOCH, Measures.NONE);

    private UsageDay first(Predicate<Measures> knows, UsageDay otherwise) {
        return byTrust.stream()
                .filter(day -> knows.test(day.measures()))
                .findFirst()
                .orElse(otherwise);
    }

    private List<Breakdown> breakdowns(Choice choice) {
        return byTrust.stream()
                .flatMap(day -> day.breakdowns().stream())
                .map(breakdown -> new Part(breakdown.dimension(), breakdown.label()))
                .distinct()
                .sorted(Comparator.comparing(Part::dimension).thenComparing(Part::label))
                .map(part -> new Breakdown(part.dimension, part.label, choice.measures(part::in)))
                .filter(breakdown -> !breakdown.measures().equals(Measures.NONE))
                .toList();
    }

    private record Part(Dimension dimension, Label label) {

        Measures in(UsageDay day) {
            return day.breakdowns(dimension)
                    .filter(breakdown -> breakdown.label().equals(label))
                    .map(Breakdown::measures)
                    .findFirst()
                    .orElse(Measures.NONE);
        }
    }

    /** Which source's day each group comes from. */
    private record Choice(
            UsageDay requests, UsageDay tokens, UsageDay lines, UsageDay decisions, UsageDay sessions, UsageDay cost) {

        Measures measures(Function<UsageDay, Measures> part) {
            RequestCount requestCount = part.apply(requests).requests();
            TokenCount tokenCount = part.apply(tokens).tokens();
            LinesChanged linesChanged = part.apply(lines).lines();
            Decisions decided = part.apply(decisions).decisions();
            Count sessionCount = part.apply(sessions).sessions();
            Cost amount = part.apply(cost).cost();
            return new Measures(requestCount, tokenCount, linesChanged, decided, sessionCount, amount);
        }
    }
}
