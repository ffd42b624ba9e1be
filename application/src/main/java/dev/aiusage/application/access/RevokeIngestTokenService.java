package dev.aiusage.application.access;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;

/** Revokes what is there, and says so where nothing is. */
public final class RevokeIngestTokenService implements RevokeIngestToken {

    private final IngestTokens tokens;
    private final Clock clock;

    public RevokeIngestTokenService(IngestTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void revoke(UserId user, IngestTokenId token) {
        var entry = AuditEntry.by(user, AuditAction.INGEST_TOKEN_REVOKED, token.value(), clock.instant());
        if (!tokens.revoke(user, token, entry)) {
            throw new RequestRejected.NotFound("ingest token");
        }
    }
}
