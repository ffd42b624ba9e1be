package dev.aiusage.persistence.memory;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the in-memory adapters share: everybody's holdings, behind one lock. */
public final class InMemoryStore {

    private final Map<UserId, Holdings> holdings = new HashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();

    synchronized <T> T with(UserId user, Function<Holdings, T> work) {
        return work.apply(holdings.computeIfAbsent(user, first -> new Holdings()));
    }

    /** Work across users, for the few things that are nobody's own. */
    synchronized <T> T withAll(Function<Map<UserId, Holdings>, T> work) {
        return work.apply(holdings);
    }

    synchronized void note(AuditEntry entry) {
        audit.add(entry);
    }

    synchronized List<AuditEntry> audit() {
        return List.copyOf(audit);
    }
}
