package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;
import static dev.aiusage.db.jooq.tables.AiUsageEvents.AI_USAGE_EVENTS;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.FinerWork;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Takes an integration out of one user's tables. What belongs to it alone goes by itself, by the tables' references. What stepped
 * back for it among the others counts again.
 */
final class IntegrationRemoval {

    private final DSLContext sql;
    private final UserId user;
    private final LockedTool tool;

    IntegrationRemoval(DSLContext sql, UserId user, LockedTool tool) {
        this.sql = sql;
        this.user = user;
        this.tool = tool;
    }

    /** A session that others saw too was counted once, perhaps here: then it counts at its first event among the others. */
    void remove(IntegrationId integration) {
        var standing = new Standing(sql, user, tool);
        var aliased = tool.hasTelemetry() ? aliasedBy(integration) : List.<KeptEvent>of();
        var sessions = sharedSessions(integration);
        aliased.stream()
                .map(KeptEvent::event)
                .filter(UsageEvent::opensSession)
                .map(UsageEvent::session)
                .forEach(sessions::add);
        var work = tool.hasTelemetry() ? new KnownWork(sql, user, tool).by(integration) : Set.<FinerWork>of();
        var before = standing.of(sessions, work);
        sql.deleteFrom(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(integration.value()))
                .execute();
        var touched = new HashSet<>(standing.moved(before, standing.of(sessions, work)));
        aliased.stream().map(KeptEvent::quarterHour).forEach(touched::add);
        new DerivedTables(sql, user, tool).bringUpToDate(touched);
    }

    private List<KeptEvent> aliasedBy(IntegrationId integration) {
        var holder = AI_USAGE_EVENTS.as("holder");
        return sql.select(EventRows.fields())
                .from(holder)
                .join(AI_USAGE_EVENTS)
                .on(AI_USAGE_EVENTS.USER_ID.eq(user.value()))
                .and(AI_USAGE_EVENTS.EVENT_KEY.eq(holder.ALIAS))
                .where(holder.USER_ID.eq(user.value()))
                .and(holder.INTEGRATION_ID.eq(integration.value()))
                .and(AI_USAGE_EVENTS.INTEGRATION_ID.ne(integration.value()))
                .fetch(EventRows::read);
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
                .collect(Collectors.toCollection(HashSet::new));
    }
}
