package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.SumIdentity;
import dev.aiusage.domain.usage.SessionKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A user's sums, by their own names, by quarter of an hour, and by session. */
final class KeptSums {

    private record Key(IntegrationId integration, SumIdentity sum) {
        static Key of(KeptSum kept) {
            return new Key(kept.integration(), kept.sum());
        }
    }

    private final Map<Key, Set<KeptSum>> byKey = new HashMap<>();
    private final NavigableMap<Instant, Set<KeptSum>> byTime = new TreeMap<>();
    private final Map<SessionKey, Set<KeptSum>> bySession = new HashMap<>();

    Set<KeptSum> of(IntegrationId integration, SumIdentity sum) {
        return Set.copyOf(byKey.getOrDefault(new Key(integration, sum), Set.of()));
    }

    Stream<KeptSum> of(IntegrationId integration) {
        return byTime.values().stream()
                .flatMap(Set::stream)
                .filter(kept -> kept.integration().equals(integration));
    }

    /** From an instant up to before another. */
    Stream<KeptSum> between(Instant from, Instant before) {
        return byTime.subMap(from, before).values().stream().flatMap(Set::stream);
    }

    Stream<KeptSum> in(SessionKey session) {
        return bySession.getOrDefault(session, Set.of()).stream();
    }

    void add(KeptSum kept) {
        byKey.computeIfAbsent(Key.of(kept), first -> new HashSet<>()).add(kept);
        byTime.computeIfAbsent(kept.rise().quarterHour(), first -> new HashSet<>())
                .add(kept);
        bySession
                .computeIfAbsent(kept.rise().subject().session(), first -> new HashSet<>())
                .add(kept);
    }

    void remove(KeptSum kept) {
        remove(kept, Key.of(kept), byKey);
        remove(kept, kept.rise().quarterHour(), byTime);
        remove(kept, kept.rise().subject().session(), bySession);
    }

    private static <K> void remove(KeptSum kept, K key, Map<K, Set<KeptSum>> index) {
        index.computeIfPresent(key, (same, sums) -> {
            sums.remove(kept);
            return sums.isEmpty() ? null : sums;
        });
    }
}
