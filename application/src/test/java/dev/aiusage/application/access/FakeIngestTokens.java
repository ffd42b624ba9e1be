package dev.aiusage.application.access;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class FakeIngestTokens implements IngestTokens {

    final List<KeptToken> kept = new ArrayList<>();
    final List<AuditEntry> trail = new ArrayList<>();
    int notes;

    @Override
    public IngestToken keep(KeptToken fresh, AuditEntry entry) {
        kept.add(fresh);
        trail.add(entry);
        return fresh.token();
    }

    @Override
    public List<KeptToken> of(UserId user) {
        return kept.stream().filter(one -> one.token().user().equals(user)).toList();
    }

    @Override
    public boolean revoke(UserId user, IngestTokenId token, AuditEntry entry) {
        var isThere = kept.removeIf(
                one -> one.token().user().equals(user) && one.token().id().equals(token));
        if (isThere) {
            trail.add(entry);
        }
        return isThere;
    }

    @Override
    public void noteUsed(UserId user, IngestTokenId token, Instant at) {
        notes++;
        kept.replaceAll(one -> one.token().id().equals(token) ? used(one, at) : one);
    }

    private static KeptToken used(KeptToken one, Instant at) {
        var token = one.token();
        return new KeptToken(
                new IngestToken(token.id(), token.user(), token.name(), token.createdAt(), Optional.of(at)),
                one.hash());
    }
}
