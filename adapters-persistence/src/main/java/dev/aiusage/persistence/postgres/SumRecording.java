package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.user.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Writes changed sums and brings up to date what follows from them. */
final class SumRecording {

    private final SumTable sums;
    private final Standing standing;
    private final DerivedTables derived;

    SumRecording(DSLContext sql, UserId user, LockedTool tool) {
        this.sums = new SumTable(sql, user);
        this.standing = new Standing(sql, user, tool);
        this.derived = new DerivedTables(sql, user, tool);
    }

    void apply(List<SumChange> changes) {
        var touched = changes.stream()
                .flatMap(SumChange::both)
                .map(KeptSum::quarterHour)
                .collect(Collectors.toCollection(HashSet::new));
        if (touched.isEmpty()) {
            return;
        }
        var work = changes.stream()
                .flatMap(SumChange::both)
                .map(kept -> kept.rise().makesKnown())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        var before = standing.of(Set.of(), work);
        sums.remove(changes.stream().flatMap(SumChange::removed).toList());
        sums.keep(changes.stream().flatMap(change -> change.after().stream()).toList());
        touched.addAll(standing.moved(before, standing.of(Set.of(), work)));
        derived.bringUpToDate(touched);
    }
}
