package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;

import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.user.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSeekStep1;
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

    /** Events, sessions and sums are shared by all integrations of a tool, so its writers wait for each other. */
    LockedTool lockAllOfTheSameTool(IntegrationId integration) {
        var locked = new LockedTool(ofTheSameTool(integration).forNoKeyUpdate().fetch().stream()
                .collect(Collectors.toMap(Record2::value1, row -> IntegrationMethod.of(row.value2()))));
        return require(integration, locked);
    }

    /**
     * The same, and nobody may refer to this integration any more, as it will go. One by one: its lock is of another kind than those
     * of the others. Nothing if the user has no such integration.
     */
    Optional<LockedTool> lockForRemoval(IntegrationId integration) {
        var ids = ofTheSameTool(integration).fetch(Record2::value1);
        var locked = ids.stream()
                .flatMap(id -> (id.equals(integration.value()) ? one(id).forUpdate() : one(id).forNoKeyUpdate())
                        .fetch().stream())
                .collect(Collectors.toMap(Record2::value1, row -> IntegrationMethod.of(row.value2())));
        return locked.containsKey(integration.value()) ? Optional.of(new LockedTool(locked)) : Optional.empty();
    }

    /** All that the user has, tool by tool. */
    List<LockedTool> lockAll() {
        var tools = new HashMap<String, Map<UUID, IntegrationMethod>>();
        sql.select(
                        AI_TOOL_INTEGRATIONS.INTEGRATION_ID,
                        AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD,
                        AI_TOOL_INTEGRATIONS.TOOL_NAME)
                .from(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .orderBy(AI_TOOL_INTEGRATIONS.INTEGRATION_ID)
                .forNoKeyUpdate()
                .fetch()
                .forEach(row -> tools.computeIfAbsent(row.value3(), tool -> new HashMap<>())
                        .put(row.value1(), IntegrationMethod.of(row.value2())));
        return tools.values().stream().map(LockedTool::new).toList();
    }

    IntegrationMethod lock(IntegrationId integration) {
        return one(integration.value())
                .forNoKeyUpdate()
                .fetchOptional()
                .map(row -> IntegrationMethod.of(row.value2()))
                .orElseThrow(() -> unknown(integration));
    }

    /** Several that the transaction has made or found itself. */
    void lockAll(Collection<IntegrationId> integrations) {
        sql.select(AI_TOOL_INTEGRATIONS.INTEGRATION_ID)
                .from(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.in(
                        integrations.stream().map(IntegrationId::value).toList()))
                .orderBy(AI_TOOL_INTEGRATIONS.INTEGRATION_ID)
                .forNoKeyUpdate()
                .fetch();
    }

    private SelectSeekStep1<Record2<UUID, String>, UUID> ofTheSameTool(IntegrationId integration) {
        var same = AI_TOOL_INTEGRATIONS.as("same");
        return where(AI_TOOL_INTEGRATIONS.TOOL_NAME.eq(DSL.select(same.TOOL_NAME)
                        .from(same)
                        .where(same.USER_ID.eq(user.value()))
                        .and(same.INTEGRATION_ID.eq(integration.value()))))
                .orderBy(AI_TOOL_INTEGRATIONS.INTEGRATION_ID);
    }

    private SelectConditionStep<Record2<UUID, String>> one(UUID integration) {
        return where(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(integration));
    }

    private SelectConditionStep<Record2<UUID, String>> where(Condition condition) {
        return sql.select(AI_TOOL_INTEGRATIONS.INTEGRATION_ID, AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD)
                .from(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .and(condition);
    }

    private static LockedTool require(IntegrationId integration, LockedTool locked) {
        if (!locked.integrations().containsKey(integration.value())) {
            throw unknown(integration);
        }
        return locked;
    }

    private static IntegrationMissing unknown(IntegrationId integration) {
        return new IntegrationMissing(integration);
    }
}
