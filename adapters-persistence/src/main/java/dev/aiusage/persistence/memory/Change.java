package dev.aiusage.persistence.memory;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of one event: absent before if it is new. */
record Change(@Nullable KeptEvent before, @Nullable KeptEvent after) {

    Change reversed() {
        return new Change(after, before);
    }

    Stream<KeptEvent> both() {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream);
    }

    /** Both states, as far as they count. */
    Stream<KeptEvent> counting() {
        return both().filter(KeptEvent::isWhole);
    }

    boolean addsWhole() {
        return after != null && after.isWhole() && (before == null || !before.isWhole());
    }

    boolean improvesWhole() {
        return before != null && before.isWhole() && !before.equals(after);
    }
}
