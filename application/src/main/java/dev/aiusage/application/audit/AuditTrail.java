package dev.aiusage.application.audit;

/** Where entries go that belong to no single change in storage. It can't be read, changed or shortened from in here. */
public interface AuditTrail {

    void note(AuditEntry entry);
}
