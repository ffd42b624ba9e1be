package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;
import static dev.aiusage.db.jooq.tables.AiUsageEvents.AI_USAGE_EVENTS;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.postgres.EventTable.FirstOfSession;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Takes an integration out of one user's tables. What belongs to it alone goes by itself, by the tables' references. */
final class IntegrationRemoval {

    private final DSLContext sql;
    private final UserId user;

    IntegrationRemoval(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    /** A session that others saw too was counted once, perhaps here: then it counts at its first event among the others. */
    void remove(IntegrationId integration) {
        var shared = sharedSessions(integration);
        sql.deleteFrom(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(integration.value()))
                .execute();
        var firstAmongOthers = new EventTable(sql, user).firstOf(shared);
        new DerivedTables(sql, user)
                .bringUpToDate(firstAmongOthers.stream()
                        .map(FirstOfSession::quarterHour)
                        .collect(Collectors.toSet()));
    }

    private Set<SessionKey> sharedSessions(IntegrationId integration) {
        var other = AI_USAGE_EVENTS.as("other");
        return sql
                .selectDistinct(AI_USAGE_EVENTS.SESSION_HASH)
                .from(AI_USAGE_EVENTS)
                .where(AI_USAGE_EVENTS.USER_ID.eq(user.value()))
                .and(AI_USAGE_EVENTS.INTEGRATION_ID.eq(integration.value()))
                .and(AI_USAGE_EVENTS.SESSION_HASH.isNotNull())
                .and(DSL.exists(DSL.selectOne()
                        .from(other)
                        .where(other.USER_ID.eq(user.value()))
                        .and(other.SESSION_HASH.eq(AI_USAGE_EVENTS.SESSION_HASH))
                        .and(other.INTEGRATION_ID.ne(integration.value()))))
                .fetch(row -> new SessionKey(row.value1()))
                .stream()
                .collect(Collectors.toSet());
    }
}
