package dev.aiusage.persistence.memory;

import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.rotation.StoredKey;
import dev.aiusage.application.rotation.StoredKeys;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

public final class InMemoryStoredKeys implements StoredKeys {

    /** As PostgreSQL orders ids: by their digits, where Java takes the first one for a sign. */
    private static final Comparator<StoredKey> BY_IDS = Comparator.<StoredKey, String>comparing(
                    stored -> stored.user().toString())
            .thenComparing(stored -> stored.integration().toString());

    private final InMemoryStore store;

    public InMemoryStoredKeys(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<StoredKey> next(Optional<StoredKey> after, int limit) {
        return store.withAll(all -> all.entrySet().stream()
                .flatMap(user -> keysOf(user.getKey(), user.getValue()))
                .filter(stored ->
                        after.filter(last -> BY_IDS.compare(stored, last) <= 0).isEmpty())
                .sorted(BY_IDS)
                .limit(limit)
                .toList());
    }

    private static Stream<StoredKey> keysOf(UserId user, Holdings holdings) {
        return holdings.keys.entrySet().stream()
                .filter(key -> !key.getValue().equals(SealedKey.NONE))
                .map(key -> new StoredKey(user, key.getKey(), key.getValue()));
    }

    @Override
    public int replace(List<Replacement> replacements) {
        return store.withAll(all -> (int) replacements.stream()
                .filter(replacement -> replace(all, replacement))
                .count());
    }

    private static boolean replace(Map<UserId, Holdings> all, Replacement replacement) {
        var before = replacement.before();
        IntegrationId integration = before.integration();
        return all.containsKey(before.user())
                && all.get(before.user())
                        .keys
                        .replace(integration, before.key(), replacement.after().key());
    }
}
