package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;

public final class PostgresIntegrations implements Integrations {

    private final UserTransactions transactions;

    public PostgresIntegrations(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Integration open(UserId user, Tool tool, IntegrationMethod method, Scope scope, Instant now) {
        var fresh = Integration.opened(IntegrationId.random(), user, tool, method, scope, now);
        return transactions.write(user, sql -> {
            PostgresUsers.note(user, sql);
            IntegrationTable.insertUnlessThere(new KeyedIntegration(fresh, SealedKey.NONE), sql);
            return IntegrationTable.sameAs(fresh, sql).orElseThrow();
        });
    }

    @Override
    public List<Integration> of(UserId user) {
        return transactions.read(user, sql -> IntegrationRows.of(user, sql));
    }

    @Override
    public void noteSynced(UserId user, IntegrationId integration, Instant at) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        transactions.write(
                user,
                sql -> sql.update(AI_TOOL_INTEGRATIONS)
                        .set(AI_TOOL_INTEGRATIONS.LAST_SYNCED_AT, instant)
                        .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                        .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(integration.value()))
                        .and(AI_TOOL_INTEGRATIONS
                                .LAST_SYNCED_AT
                                .isNull()
                                .or(AI_TOOL_INTEGRATIONS.LAST_SYNCED_AT.lt(instant)))
                        .execute());
    }

    @Override
    public Optional<KeyedIntegration> find(UserId user, IntegrationId integration) {
        return transactions.read(user, sql -> IntegrationTable.find(user, integration, sql));
    }

    @Override
    public Integration connect(KeyedIntegration fresh, AuditEntry entry) {
        var asked = fresh.integration();
        return transactions.write(asked.user(), sql -> {
            PostgresUsers.note(asked.user(), sql);
            IntegrationTable.insertUnlessThere(fresh, sql);
            var kept = IntegrationTable.sameAs(asked, sql).orElseThrow();
            if (!kept.id().equals(asked.id())) {
                throw new RequestRejected.AlreadyConnected(kept.id());
            }
            AuditRows.add(List.of(entry), sql);
            return kept;
        });
    }

    @Override
    public Optional<Integration> change(
            UserId user, IntegrationId integration, UnaryOperator<KeyedIntegration> change, List<AuditEntry> entries) {
        try {
            return transactions.write(
                    user,
                    sql -> IntegrationTable.lock(user, integration, sql).map(before -> {
                        var after = change.apply(before);
                        IntegrationTable.update(before, after, sql);
                        AuditRows.add(entries, sql);
                        return after.integration();
                    }));
        } catch (ScopeTaken taken) {
            throw transactions
                    .read(user, sql -> IntegrationTable.sameAs(taken.wanted(), sql))
                    .<RuntimeException>map(existing -> new RequestRejected.AlreadyConnected(existing.id()))
                    .orElse(taken);
        }
    }

    @Override
    public boolean remove(UserId user, IntegrationId integration, AuditEntry entry) {
        return transactions.write(user, sql -> {
            var tool = new IntegrationLocks(sql, user).lockForRemoval(integration);
            tool.ifPresent(locked -> {
                new IntegrationRemoval(sql, user, locked).remove(integration);
                AuditRows.add(List.of(entry), sql);
            });
            return tool.isPresent();
        });
    }

    @Override
    public void noteStatus(
            UserId user, IntegrationId integration, SealedKey used, IntegrationStatus status, String detail) {
        transactions.write(
                user,
                sql -> sql.update(AI_TOOL_INTEGRATIONS)
                        .set(AI_TOOL_INTEGRATIONS.STATUS, status.slug())
                        .set(AI_TOOL_INTEGRATIONS.IS_ACTIVE, status.isActive())
                        .set(AI_TOOL_INTEGRATIONS.STATUS_DETAIL, IntegrationRows.orNull(detail))
                        .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                        .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(integration.value()))
                        .and(holds(used))
                        .and(AI_TOOL_INTEGRATIONS.STATUS.ne(IntegrationStatus.PAUSED.slug()))
                        .execute());
    }

    private static Condition holds(SealedKey key) {
        return key.equals(SealedKey.NONE)
                ? AI_TOOL_INTEGRATIONS.ENCRYPTED_API_KEY.isNull()
                : AI_TOOL_INTEGRATIONS.ENCRYPTED_API_KEY.eq(key.text());
    }
}
