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

    boolean addsWhole() {
        return after != null && after.counts() && (before == null || !before.counts());
    }

    boolean improvesWhole() {
        return before != null && before.counts() && !before.equals(after);
    }
}
