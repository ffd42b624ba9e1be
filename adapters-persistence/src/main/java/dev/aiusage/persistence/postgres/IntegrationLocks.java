package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.user.UserId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;

/**
 * Writers take turns by locking rows of integrations, always in the order of ids, so that none waits for another in a circle.
 * The lock is of the kind that lets others refer to the rows meanwhile.
 */
final class IntegrationLocks {

    private final DSLContext sql;
    private final UserId user;

    IntegrationLocks(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    /** Events and sessions are shared by all integrations of a tool, so its writers wait for each other. */
    void lockAllOfTheSameTool(IntegrationId integration) {
        var same = AI_TOOL_INTEGRATIONS.as("same");
        var locked = sql.select(AI_TOOL_INTEGRATIONS.INTEGRATION_ID, AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD)
                .from(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .and(AI_TOOL_INTEGRATIONS.TOOL_NAME.eq(DSL.select(same.TOOL_NAME)
                        .from(same)
                        .where(same.USER_ID.eq(user.value()))
                        .and(same.INTEGRATION_ID.eq(integration.value()))))
                .orderBy(AI_TOOL_INTEGRATIONS.INTEGRATION_ID)
                .forNoKeyUpdate()
                .fetch();
        method(integration, locked);
    }

    void lockAll() {
        sql.select(AI_TOOL_INTEGRATIONS.INTEGRATION_ID)
                .from(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .orderBy(AI_TOOL_INTEGRATIONS.INTEGRATION_ID)
                .forNoKeyUpdate()
                .fetch();
    }

    IntegrationMethod lock(IntegrationId integration) {
        var locked = sql.select(AI_TOOL_INTEGRATIONS.INTEGRATION_ID, AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD)
                .from(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(integration.value()))
                .forNoKeyUpdate()
                .fetch();
        return method(integration, locked);
    }

    private static IntegrationMethod method(IntegrationId integration, Result<Record2<UUID, String>> locked) {
        return locked.stream()
                .filter(row -> row.value1().equals(integration.value()))
                .findFirst()
                .map(row -> IntegrationMethod.of(row.value2()))
                .orElseThrow(() -> new IllegalArgumentException("the user has no integration " + integration));
    }
}
