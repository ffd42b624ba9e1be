package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import java.util.List;
import java.util.function.Function;

/** Whether the figures of the demo file agree: a page whose parts do not add up convinces nobody. */
final class DemoSums {

    private DemoSums() {}

    /** A figure that stands in the file must be what its parts make; one that does not stand there need not. */
    static void requireEqual(DemoJson given, Count sum, String parts) {
        if (given.count().isKnown() && !given.count().equals(sum)) {
            throw given.broken("says " + given.count() + ", but " + parts + " add up to " + sum);
        }
    }

    /** Models of a day or projects of a tool need not be all, but can't be more than the whole. */
    static void requireWithin(DemoJson parts, List<Measures> measures, Measures whole) {
        var sum = measures.stream().reduce(Measures.NONE, Measures::plus);
        requireWithin(
                parts, "requests", sum, whole, figures -> figures.requests().count());
        requireWithin(parts, "tokens", sum, whole, figures -> figures.tokens().total());
        requireWithin(
                parts, "nano-dollars", sum, whole, figures -> figures.cost().nanoDollars());
    }

    private static void requireWithin(
            DemoJson parts, String name, Measures sum, Measures whole, Function<Measures, Count> figure) {
        var part = figure.apply(sum);
        var all = figure.apply(whole);
        if (part.orElse(0) > all.orElse(0)) {
            throw parts.broken("add up to " + part + " " + name + ", but there are " + all);
        }
    }
}
