package dev.aiusage.persistence.memory;

import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A user's events by key, by instant, and by session. */
final class KeptEvents {

    private final Map<EventKey, KeptEvent> byKey = new HashMap<>();
    private final NavigableMap<Place, KeptEvent> byPlace = new TreeMap<>();
    private final Map<SessionKey, NavigableSet<Place>> bySession = new HashMap<>();

    Optional<KeptEvent> find(EventKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Stream<KeptEvent> of(IntegrationId integration) {
        return byKey.values().stream().filter(kept -> kept.integration().equals(integration));
    }

    Stream<KeptEvent> of(DeviceName device) {
        return byKey.values().stream().filter(kept -> kept.device().equals(device));
    }

    /** Those that count, from an instant up to before another. */
    Stream<KeptEvent> between(Instant from, Instant before) {
        return byPlace.subMap(Place.startOf(from), Place.startOf(before)).values().stream()
                .filter(KeptEvent::counts);
    }

    /** The event at which a session is counted. */
    Optional<KeptEvent> firstOf(SessionKey session) {
        return Optional.ofNullable(bySession.get(session))
                .map(NavigableSet::first)
                .map(byPlace::get);
    }

    void apply(Change change) {
        if (change.before() != null) {
            remove(change.before());
        }
        if (change.after() != null) {
            add(change.after());
        }
    }

    /** What an event adds to sums, with its session if it is the first of it. */
    Measures counted(UsageEvent event) {
        if (!event.opensSession()) {
            return event.counted();
        }
        var isFirst = firstOf(event.session())
                .filter(first -> first.event().key().equals(event.key()))
                .isPresent();
        return event.counted().withSessions(isFirst ? Count.ONE : Count.ZERO);
    }

    private void add(KeptEvent kept) {
        byKey.put(kept.event().key(), kept);
        byPlace.put(kept.place(), kept);
        if (kept.event().opensSession()) {
            bySession
                    .computeIfAbsent(kept.event().session(), first -> new TreeSet<>())
                    .add(kept.place());
        }
    }

    private void remove(KeptEvent kept) {
        byKey.remove(kept.event().key());
        byPlace.remove(kept.place());
        bySession.computeIfPresent(kept.event().session(), (session, places) -> {
            places.remove(kept.place());
            return places.isEmpty() ? null : places;
        });
    }
}
