package dev.aiusage.persistence.memory;

import dev.aiusage.application.access.IngestToken;
import dev.aiusage.application.access.IngestTokenId;
import dev.aiusage.application.access.IngestTokens;
import dev.aiusage.application.access.KeptToken;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryIngestTokens implements IngestTokens {

    private static final Comparator<KeptToken> OLDEST_FIRST = Comparator.<KeptToken, Instant>comparing(
                    kept -> kept.token().createdAt())
            .thenComparing(kept -> kept.token().id().toString());

    private final InMemoryStore store;

    public InMemoryIngestTokens(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public IngestToken keep(KeptToken fresh, AuditEntry entry) {
        var asked = fresh.token();
        var token = new IngestToken(
                asked.id(),
                asked.user(),
                asked.name(),
                asked.createdAt().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        return store.with(asked.user(), holdings -> {
            holdings.tokens.put(token.id(), new KeptToken(token, fresh.hash()));
            store.note(entry);
            return token;
        });
    }

    @Override
    public List<KeptToken> of(UserId user) {
        return store.with(
                user,
                holdings ->
                        holdings.tokens.values().stream().sorted(OLDEST_FIRST).toList());
    }

    @Override
    public boolean revoke(UserId user, IngestTokenId token, AuditEntry entry) {
        return store.with(user, holdings -> {
            if (holdings.tokens.remove(token) == null) {
                return false;
            }
            store.note(entry);
            return true;
        });
    }

    @Override
    public void noteUsed(UserId user, IngestTokenId token, Instant at) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        store.with(
                user,
                holdings -> holdings.tokens.computeIfPresent(
                        token, (id, kept) -> isLater(kept.token(), instant) ? used(kept, instant) : kept));
    }

    private static boolean isLater(IngestToken token, Instant instant) {
        return token.lastUsedAt().filter(noted -> !noted.isBefore(instant)).isEmpty();
    }

    private static KeptToken used(KeptToken kept, Instant instant) {
        var token = kept.token();
        return new KeptToken(
                new IngestToken(token.id(), token.user(), token.name(), token.createdAt(), Optional.of(instant)),
                kept.hash());
    }
}
