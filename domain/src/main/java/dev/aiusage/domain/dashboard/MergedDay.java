package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.MeasureGroup;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.Provenance;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.Source;
import dev.aiusage.domain.usage.UsageDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The same day of one tool as several sources saw it. Each group of measures comes whole from the first source, in the order
 * of {@link Source}, that knows it; for requests a source that counts real requests goes before one that has a proxy. The
 * breakdown of a group comes from the source of the group.
 */
final class MergedDay {

    private final LocalDate date;
    private final List<Sourced> byTrust;

    MergedDay(LocalDate date, Map<Source, UsageDay> bySource) {
        this.date = date;
        this.byTrust = new TreeMap<>(bySource)
                .entrySet().stream()
                        .map(entry -> Sourced.of(entry.getValue(), Provenance.of(entry.getKey(), entry.getValue())))
                        .toList();
    }

    SourcedDay toSourcedDay() {
        if (byTrust.size() == 1) {
            var only = byTrust.get(0);
            return new SourcedDay(only.day(), only.provenance());
        }
        var choice = new Choice(
                first(
                        day -> day.measures().requests().basis() == RequestBasis.REQUESTS,
                        knowing(MeasureGroup.REQUESTS)),
                knowing(MeasureGroup.TOKENS),
                knowing(MeasureGroup.LINES),
                knowing(MeasureGroup.DECISIONS),
                knowing(MeasureGroup.SESSIONS),
                knowing(MeasureGroup.COST));
        var day = new UsageDay(
                date,
                choice.measures(source -> source.day().measures()),
                breakdowns(choice),
                choice.decisions().day().statedRate());
        return new SourcedDay(day, choice.provenance());
    }

    private Sourced knowing(MeasureGroup group) {
        return first(day -> day.knows(group), Sourced.NOBODY);
    }

    private Sourced first(Predicate<UsageDay> knows, Sourced otherwise) {
        return byTrust.stream()
                .filter(source -> knows.test(source.day()))
                .findFirst()
                .orElse(otherwise);
    }

    private List<Breakdown> breakdowns(Choice choice) {
        return byTrust.stream()
                .flatMap(source -> source.parts().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Part::dimension).thenComparing(Part::label))
                .map(part ->
                        new Breakdown(part.dimension, part.label, choice.measures(source -> source.measuresOf(part))))
                .filter(breakdown -> !breakdown.measures().equals(Measures.NONE))
                .toList();
    }

    private record Part(Dimension dimension, Label label) {
        static Part of(Breakdown breakdown) {
            return new Part(breakdown.dimension(), breakdown.label());
        }
    }

    /** One source's day, its breakdowns by name: an organization's has one for each of its members. */
    private record Sourced(UsageDay day, Provenance provenance, Map<Part, Measures> parts) {

        static final Sourced NOBODY = of(UsageDay.of(LocalDate.EPOCH, Measures.NONE), Provenance.NONE);

        static Sourced of(UsageDay day, Provenance provenance) {
            return new Sourced(
                    day,
                    provenance,
                    day.breakdowns().stream().collect(Collectors.toMap(Part::of, Breakdown::measures)));
        }

        Measures measuresOf(Part part) {
            return parts.getOrDefault(part, Measures.NONE);
        }
    }

    /** Which source each group comes from. */
    private record Choice(
            Sourced requests, Sourced tokens, Sourced lines, Sourced decisions, Sourced sessions, Sourced cost) {

        Measures measures(Function<Sourced, Measures> of) {
            return new Measures(
                    of.apply(requests).requests(),
                    of.apply(tokens).tokens(),
                    of.apply(lines).lines(),
                    of.apply(decisions).decisions(),
                    of.apply(sessions).sessions(),
                    of.apply(cost).cost());
        }

        Provenance provenance() {
            return of(requests, MeasureGroup.REQUESTS)
                    .plus(of(tokens, MeasureGroup.TOKENS))
                    .plus(of(lines, MeasureGroup.LINES))
                    .plus(of(decisions, MeasureGroup.DECISIONS))
                    .plus(of(sessions, MeasureGroup.SESSIONS))
                    .plus(of(cost, MeasureGroup.COST));
        }

        private static Provenance of(Sourced source, MeasureGroup group) {
            return source.provenance().only(group::equals);
        }
    }
}
