package dev.aiusage.persistence.memory;

import dev.aiusage.domain.usage.EventKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Where an event stands among a user's: by instant, then by key. */
record Place(Instant at, EventKey key) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::at).thenComparing(Place::key);
    private static final EventKey LOWEST_KEY = new EventKey(new UUID(0, 0));

    /** Before every event at or after this instant. */
    static Place startOf(Instant instant) {
        return new Place(instant, LOWEST_KEY);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
