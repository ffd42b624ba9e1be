package dev.aiusage.application.audit;

import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the trail.
 *
 * @param user who did it; empty for the operator, who works on everybody's behalf
 * @param subject the id of what it was done to, or the name of an encryption key
 */
public record AuditEntry(Optional<UserId> user, AuditAction action, String subject, Instant at) {

    public static AuditEntry by(UserId user, AuditAction action, UUID subject, Instant at) {
        return new AuditEntry(Optional.of(user), action, subject.toString(), at);
    }

    public static AuditEntry byOperator(AuditAction action, String subject, Instant at) {
        return new AuditEntry(Optional.empty(), action, subject, at);
    }
}
