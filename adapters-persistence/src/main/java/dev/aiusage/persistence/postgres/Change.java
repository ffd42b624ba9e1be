package dev.aiusage.persistence.postgres;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of one event: absent before if it is new. */
record Change(@Nullable KeptEvent before, KeptEvent after) {

    boolean isNone() {
        return after.equals(before);
    }

    /** Both states, as far as they count. */
    Stream<KeptEvent> counting() {
        return Stream.concat(Optional.ofNullable(before).stream(), Stream.of(after))
                .filter(KeptEvent::counts);
    }

    boolean addsWhole() {
        return after.counts() && (before == null || !before.counts());
    }

    boolean improvesWhole() {
        return before != null && before.counts() && !isNone();
    }
}
