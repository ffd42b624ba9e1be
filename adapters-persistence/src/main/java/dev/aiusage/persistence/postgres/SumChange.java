package dev.aiusage.persistence.postgres;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of the rises of one sum: those that were and will not be so, and those that will be. */
record SumChange(Set<KeptSum> before, Set<KeptSum> after) {

    static SumChange between(List<KeptSum> before, List<KeptSum> after) {
        var gone = new HashSet<>(before);
        after.forEach(gone::remove);
        var fresh = new HashSet<>(after);
        before.forEach(fresh::remove);
        return new SumChange(gone, fresh);
    }

    Stream<KeptSum> both() {
        return Stream.concat(before.stream(), after.stream());
    }

    /** Of quarter hours in which the sum is now known not to have risen. */
    Stream<KeptSum> removed() {
        var stays = after.stream().map(KeptSum::quarterHour).collect(Collectors.toSet());
        return before.stream().filter(kept -> !stays.contains(kept.quarterHour()));
    }
}
