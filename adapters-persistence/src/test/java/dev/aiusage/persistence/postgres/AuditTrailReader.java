package dev.aiusage.persistence.postgres;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.user.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Reads the trail as the database's owner, in the order it was written. */
final class AuditTrailReader {

    private AuditTrailReader() {}

    static List<AuditEntry> read(DataSource owner, String schema) {
        return DSL.using(owner, SQLDialect.POSTGRES)
                .resultQuery(
                        "select user_id, action, subject, happened_at from {0} order by audit_id",
                        DSL.name(schema, "audit_trail"))
                .fetch(row -> new AuditEntry(
                        Optional.ofNullable(row.get(0, UUID.class)).map(UserId::new),
                        action(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, java.time.Instant.class)));
    }

    private static AuditAction action(String slug) {
        return Arrays.stream(AuditAction.values())
                .filter(action -> action.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
