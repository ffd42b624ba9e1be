package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.usage.EventKey;
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

    /** What it calls other events from now on, or no longer does. */
    Stream<EventKey> movedAliases() {
        var now = aliasOf(after);
        var then = before == null ? EventKey.NONE : aliasOf(before);
        return now.equals(then) ? Stream.empty() : Stream.of(now, then);
    }

    private static EventKey aliasOf(KeptEvent kept) {
        return kept.counts() ? kept.event().alias() : EventKey.NONE;
    }

    boolean addsWhole() {
        return after.counts() && (before == null || !before.counts());
    }

    boolean improvesWhole() {
        return before != null && before.counts() && !isNone();
    }
}
