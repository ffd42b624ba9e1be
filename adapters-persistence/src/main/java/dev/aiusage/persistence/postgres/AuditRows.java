package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AuditTrail.AUDIT_TRAIL;

import dev.aiusage.application.audit.AuditEntry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;

/** Lines of the trail as the last thing in a transaction: only the service's role may write them, and no user's. */
final class AuditRows {

    private AuditRows() {}

    static void add(List<AuditEntry> entries, DSLContext sql) {
        UserTransactions.becomeService(sql);
        for (var entry : entries) {
            sql.insertInto(AUDIT_TRAIL)
                    .set(AUDIT_TRAIL.HAPPENED_AT, entry.at().truncatedTo(ChronoUnit.MICROS))
                    .set(
                            AUDIT_TRAIL.USER_ID,
                            entry.user().map(user -> user.value()).orElse(null))
                    .set(AUDIT_TRAIL.ACTION, entry.action().slug())
                    .set(AUDIT_TRAIL.SUBJECT, entry.subject())
                    .execute();
        }
    }
}
