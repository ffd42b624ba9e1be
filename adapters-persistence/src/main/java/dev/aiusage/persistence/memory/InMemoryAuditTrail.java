package dev.aiusage.persistence.memory;

import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.audit.AuditTrail;

public final class InMemoryAuditTrail implements AuditTrail {

    private final InMemoryStore store;

    public InMemoryAuditTrail(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void note(AuditEntry entry) {
        store.note(entry);
    }
}
