package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;
import static dev.aiusage.db.jooq.tables.AiUsageBreakdowns.AI_USAGE_BREAKDOWNS;
import static dev.aiusage.db.jooq.tables.AiUsageDayStates.AI_USAGE_DAY_STATES;
import static dev.aiusage.db.jooq.tables.AiUsageMetrics.AI_USAGE_METRICS;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** One user's integrations with their keys, within one transaction. */
final class IntegrationTable {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private IntegrationTable() {}

    static Optional<KeyedIntegration> find(UserId user, IntegrationId integration, DSLContext sql) {
        return sql.selectFrom(AI_TOOL_INTEGRATIONS)
                .where(is(user, integration))
                .fetchOptional(IntegrationRows::readKeyed);
    }

    static Optional<KeyedIntegration> lock(UserId user, IntegrationId integration, DSLContext sql) {
        return sql.selectFrom(AI_TOOL_INTEGRATIONS)
                .where(is(user, integration))
                .forUpdate()
                .fetchOptional(IntegrationRows::readKeyed);
    }

    /** The one of the same tool, method and scope. */
    static Optional<Integration> sameAs(Integration other, DSLContext sql) {
        return sql.selectFrom(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(other.user().value()))
                .and(AI_TOOL_INTEGRATIONS.TOOL_NAME.eq(other.tool().slug()))
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD.eq(other.method().slug()))
                .and(AI_TOOL_INTEGRATIONS.ORGANIZATION.eq(other.scope().organization()))
                .and(AI_TOOL_INTEGRATIONS.ACCOUNT.eq(other.scope().account()))
                .fetchOptional(IntegrationRows::read);
    }

    /** Users are the only thing that an integration refers to: those that somebody else keeps may be missing. */
    static void insertUnlessThere(KeyedIntegration keyed, DSLContext sql) {
        try {
            insert(keyed, sql);
        } catch (DataAccessException refused) {
            throw FOREIGN_KEY_VIOLATION.equals(refused.sqlState()) ? new RequestRejected.NoProfile() : refused;
        }
    }

    private static void insert(KeyedIntegration keyed, DSLContext sql) {
        var fresh = keyed.integration();
        var createdAt = fresh.createdAt().truncatedTo(ChronoUnit.MICROS);
        sql.insertInto(AI_TOOL_INTEGRATIONS)
                .set(AI_TOOL_INTEGRATIONS.USER_ID, fresh.user().value())
                .set(AI_TOOL_INTEGRATIONS.INTEGRATION_ID, fresh.id().value())
                .set(AI_TOOL_INTEGRATIONS.TOOL_NAME, fresh.tool().slug())
                .set(AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD, fresh.method().slug())
                .set(AI_TOOL_INTEGRATIONS.ORGANIZATION, fresh.scope().organization())
                .set(AI_TOOL_INTEGRATIONS.ACCOUNT, fresh.scope().account())
                .set(
                        AI_TOOL_INTEGRATIONS.ENCRYPTED_API_KEY,
                        IntegrationRows.orNull(keyed.key().text()))
                .set(
                        AI_TOOL_INTEGRATIONS.KEY_HINT,
                        IntegrationRows.orNull(fresh.connection().keyHint()))
                .set(AI_TOOL_INTEGRATIONS.CREATED_AT, createdAt)
                .set(AI_TOOL_INTEGRATIONS.UPDATED_AT, createdAt)
                .onConflict(
                        AI_TOOL_INTEGRATIONS.USER_ID,
                        AI_TOOL_INTEGRATIONS.TOOL_NAME,
                        AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD,
                        AI_TOOL_INTEGRATIONS.ORGANIZATION,
                        AI_TOOL_INTEGRATIONS.ACCOUNT)
                .doNothing()
                .execute();
    }

    static void update(KeyedIntegration before, KeyedIntegration after, DSLContext sql) {
        var changed = after.integration();
        var connection = changed.connection();
        try {
            sql.update(AI_TOOL_INTEGRATIONS)
                    .set(AI_TOOL_INTEGRATIONS.ORGANIZATION, changed.scope().organization())
                    .set(AI_TOOL_INTEGRATIONS.ACCOUNT, changed.scope().account())
                    .set(
                            AI_TOOL_INTEGRATIONS.ENCRYPTED_API_KEY,
                            IntegrationRows.orNull(after.key().text()))
                    .set(AI_TOOL_INTEGRATIONS.KEY_HINT, IntegrationRows.orNull(connection.keyHint()))
                    .set(AI_TOOL_INTEGRATIONS.IS_ACTIVE, connection.isActive())
                    .set(AI_TOOL_INTEGRATIONS.STATUS, connection.status().slug())
                    .set(AI_TOOL_INTEGRATIONS.STATUS_DETAIL, IntegrationRows.orNull(connection.detail()))
                    .set(
                            AI_TOOL_INTEGRATIONS.LAST_SYNCED_AT,
                            changed.lastSyncedAt().orElse(null))
                    .set(AI_TOOL_INTEGRATIONS.UPDATED_AT, DSL.currentInstant())
                    .where(is(changed.user(), changed.id()))
                    .execute();
        } catch (DataAccessException refused) {
            throw UNIQUE_VIOLATION.equals(refused.sqlState()) ? new ScopeTaken(changed) : refused;
        }
        if (!changed.scope().equals(before.integration().scope())) {
            forgetDays(changed, sql);
        }
    }

    /** An earlier instant than the noted one changes nothing. */
    static int noteSynced(UserId user, Collection<IntegrationId> integrations, Instant at, DSLContext sql) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        return sql.update(AI_TOOL_INTEGRATIONS)
                .set(AI_TOOL_INTEGRATIONS.LAST_SYNCED_AT, instant)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.in(
                        integrations.stream().map(IntegrationId::value).toList()))
                .and(AI_TOOL_INTEGRATIONS.LAST_SYNCED_AT.isNull().or(AI_TOOL_INTEGRATIONS.LAST_SYNCED_AT.lt(instant)))
                .execute();
    }

    private static void forgetDays(Integration held, DSLContext sql) {
        var user = held.user().value();
        var id = held.id().value();
        sql.deleteFrom(AI_USAGE_METRICS)
                .where(AI_USAGE_METRICS.USER_ID.eq(user))
                .and(AI_USAGE_METRICS.INTEGRATION_ID.eq(id))
                .execute();
        sql.deleteFrom(AI_USAGE_BREAKDOWNS)
                .where(AI_USAGE_BREAKDOWNS.USER_ID.eq(user))
                .and(AI_USAGE_BREAKDOWNS.INTEGRATION_ID.eq(id))
                .execute();
        // That they were once fetched stays known, or a history of years would begin anew with the last 90 days.
        sql.update(AI_USAGE_DAY_STATES)
                .set(AI_USAGE_DAY_STATES.STATE, DayState.PROVISIONAL.slug())
                .set(AI_USAGE_DAY_STATES.HAS_ROWS, false)
                .set(AI_USAGE_DAY_STATES.FETCHED_AT, Instant.EPOCH)
                .where(AI_USAGE_DAY_STATES.USER_ID.eq(user))
                .and(AI_USAGE_DAY_STATES.INTEGRATION_ID.eq(id))
                .execute();
    }

    private static Condition is(UserId user, IntegrationId integration) {
        return AI_TOOL_INTEGRATIONS
                .USER_ID
                .eq(user.value())
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(integration.value()));
    }
}
