package dev.aiusage.application.access;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/** The ingest tokens of users. A user sees and changes only their own. */
public interface IngestTokens {

    /** Keeps a new one and notes who made it; returns it as it is kept. */
    IngestToken keep(KeptToken fresh, AuditEntry entry);

    /** All of the user's, the oldest first. */
    List<KeptToken> of(UserId user);

    /** Forgets a token and notes who revoked it; {@code false} if the user has none of this id. */
    boolean revoke(UserId user, IngestTokenId token, AuditEntry entry);

    /** Notes that it was used; an earlier instant than the noted one, or an unknown token, changes nothing. */
    void noteUsed(UserId user, IngestTokenId token, Instant at);
}
