package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A user's events by key, by instant, by session, and by who calls them by an alias. */
final class KeptEvents {

    private final Map<EventKey, KeptEvent> byKey = new HashMap<>();
    private final NavigableMap<Place, KeptEvent> byPlace = new TreeMap<>();
    private final Map<SessionKey, NavigableSet<Place>> bySession = new HashMap<>();
    private final Map<EventKey, Set<EventKey>> byAlias = new HashMap<>();

    Optional<KeptEvent> find(EventKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Stream<KeptEvent> of(IntegrationId integration) {
        return byKey.values().stream().filter(kept -> kept.integration().equals(integration));
    }

    /** Those that count, from an instant up to before another. */
    Stream<KeptEvent> between(Instant from, Instant before) {
        return wholeBetween(from, before).filter(this::counts);
    }

    /** Also those that step back for another. */
    Stream<KeptEvent> wholeBetween(Instant from, Instant before) {
        return byPlace.subMap(Place.startOf(from), Place.startOf(before)).values().stream()
                .filter(KeptEvent::isWhole);
    }

    /** All of a session that are whole. */
    Stream<KeptEvent> wholeOf(SessionKey session) {
        return bySession.getOrDefault(session, Collections.emptyNavigableSet()).stream()
                .flatMap(place -> Stream.ofNullable(byPlace.get(place)));
    }

    /** The event at which a session is counted. */
    Optional<KeptEvent> firstOf(SessionKey session) {
        return wholeOf(session)
                .filter(kept -> kept.event().opensSession())
                .filter(this::counts)
                .findFirst();
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

    private boolean counts(KeptEvent kept) {
        return kept.isWhole() && !byAlias.containsKey(kept.event().key());
    }

    private void add(KeptEvent kept) {
        byKey.put(kept.event().key(), kept);
        byPlace.put(kept.place(), kept);
        if (!kept.isWhole()) {
            return;
        }
        byAlias.computeIfAbsent(kept.event().alias(), first -> new HashSet<>())
                .add(kept.event().key());
        if (kept.event().session().isPresent()) {
            bySession
                    .computeIfAbsent(kept.event().session(), first -> new TreeSet<>())
                    .add(kept.place());
        }
    }

    private void remove(KeptEvent kept) {
        byKey.remove(kept.event().key());
        byPlace.remove(kept.place());
        byAlias.computeIfPresent(kept.event().alias(), (alias, holders) -> {
            holders.remove(kept.event().key());
            return holders.isEmpty() ? null : holders;
        });
        bySession.computeIfPresent(kept.event().session(), (session, places) -> {
            places.remove(kept.place());
            return places.isEmpty() ? null : places;
        });
    }
}
