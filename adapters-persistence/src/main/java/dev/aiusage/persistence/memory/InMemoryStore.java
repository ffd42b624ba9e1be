package dev.aiusage.persistence.memory;

import dev.aiusage.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What the in-memory adapters share: everybody's holdings, behind one lock. */
public final class InMemoryStore {

    private final Map<UserId, Holdings> holdings = new HashMap<>();

    synchronized <T> T with(UserId user, Function<Holdings, T> work) {
        return work.apply(holdings.computeIfAbsent(user, first -> new Holdings()));
    }
}
