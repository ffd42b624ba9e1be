package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;

import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

public final class PostgresIntegrations implements Integrations {

    private final UserTransactions transactions;

    public PostgresIntegrations(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Integration open(UserId user, Tool tool, IntegrationMethod method, Scope scope, Instant now) {
        var fresh = Integration.opened(
                IntegrationId.random(), user, tool, method, scope, now.truncatedTo(ChronoUnit.MICROS));
        return transactions.write(user, sql -> {
            noteUser(user, sql);
            insertUnlessThere(fresh, sql);
            return IntegrationRows.read(sql.selectFrom(AI_TOOL_INTEGRATIONS)
                    .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                    .and(AI_TOOL_INTEGRATIONS.TOOL_NAME.eq(tool.slug()))
                    .and(AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD.eq(method.slug()))
                    .and(AI_TOOL_INTEGRATIONS.ORGANIZATION.eq(scope.organization()))
                    .and(AI_TOOL_INTEGRATIONS.ACCOUNT.eq(scope.account()))
                    .fetchSingle());
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

    /** The migrations know whether users are ours to note. */
    private static void noteUser(UserId user, DSLContext sql) {
        var noteUser = sql.render(AI_TOOL_INTEGRATIONS.getSchema()) + ".ai_usage_note_user";
        sql.execute("select " + noteUser + "({0})", DSL.val(user.value()));
    }

    private static void insertUnlessThere(Integration fresh, DSLContext sql) {
        sql.insertInto(AI_TOOL_INTEGRATIONS)
                .set(AI_TOOL_INTEGRATIONS.USER_ID, fresh.user().value())
                .set(AI_TOOL_INTEGRATIONS.INTEGRATION_ID, fresh.id().value())
                .set(AI_TOOL_INTEGRATIONS.TOOL_NAME, fresh.tool().slug())
                .set(AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD, fresh.method().slug())
                .set(AI_TOOL_INTEGRATIONS.ORGANIZATION, fresh.scope().organization())
                .set(AI_TOOL_INTEGRATIONS.ACCOUNT, fresh.scope().account())
                .set(AI_TOOL_INTEGRATIONS.CREATED_AT, fresh.createdAt())
                .set(AI_TOOL_INTEGRATIONS.UPDATED_AT, fresh.createdAt())
                .onConflict(
                        AI_TOOL_INTEGRATIONS.USER_ID,
                        AI_TOOL_INTEGRATIONS.TOOL_NAME,
                        AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD,
                        AI_TOOL_INTEGRATIONS.ORGANIZATION,
                        AI_TOOL_INTEGRATIONS.ACCOUNT)
                .doNothing()
                .execute();
    }
}
