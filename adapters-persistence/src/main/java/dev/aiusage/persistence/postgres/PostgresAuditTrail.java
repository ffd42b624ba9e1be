package dev.aiusage.persistence.postgres;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.audit.AuditTrail;
import java.util.List;

public final class PostgresAuditTrail implements AuditTrail {

    private final UserTransactions transactions;

    public PostgresAuditTrail(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void note(AuditEntry entry) {
        transactions.acrossUsers(sql -> {
            AuditRows.add(List.of(entry), sql);
            return entry;
        });
    }
}
