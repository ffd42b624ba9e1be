package dev.aiusage.persistence.memory;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of the rises of one sum: those that were and will not be so, and those that will be. */
record SumChange(Set<KeptSum> before, Set<KeptSum> after) {

    static SumChange between(Set<KeptSum> before, Set<KeptSum> after) {
        return new SumChange(without(before, after), without(after, before));
    }

    SumChange reversed() {
        return new SumChange(after, before);
    }

    Stream<KeptSum> both() {
        return Stream.concat(before.stream(), after.stream());
    }

    void applyTo(KeptSums sums) {
        before.forEach(sums::remove);
        after.forEach(sums::add);
    }

    private static Set<KeptSum> without(Set<KeptSum> some, Set<KeptSum> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
