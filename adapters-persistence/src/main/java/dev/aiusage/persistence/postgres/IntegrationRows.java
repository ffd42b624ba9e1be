package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;

import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.db.jooq.tables.records.AiToolIntegrationsRecord;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How an integration lies in its table. */
final class IntegrationRows {

    private IntegrationRows() {}

    /** All of a user's, in the order that the port promises; the columns compare by code points. */
    static List<Integration> of(UserId user, DSLContext sql) {
        return sql.selectFrom(AI_TOOL_INTEGRATIONS)
                .where(AI_TOOL_INTEGRATIONS.USER_ID.eq(user.value()))
                .orderBy(
                        AI_TOOL_INTEGRATIONS.TOOL_NAME,
                        AI_TOOL_INTEGRATIONS.INTEGRATION_METHOD,
                        AI_TOOL_INTEGRATIONS.ORGANIZATION,
                        AI_TOOL_INTEGRATIONS.ACCOUNT)
                .fetch(IntegrationRows::read);
    }

    static Integration read(AiToolIntegrationsRecord row) {
        var opened = Integration.opened(
                new IntegrationId(row.getIntegrationId()),
                new UserId(row.getUserId()),
                new Tool(row.getToolName()),
                IntegrationMethod.of(row.getIntegrationMethod()),
                new Scope(row.getOrganization(), row.getAccount()),
                row.getCreatedAt());
        var held = opened.with(connection(row));
        var lastSyncedAt = row.getLastSyncedAt();
        return lastSyncedAt == null ? held : held.syncedAt(lastSyncedAt);
    }

    static KeyedIntegration readKeyed(AiToolIntegrationsRecord row) {
        var key = row.getEncryptedApiKey();
        return new KeyedIntegration(read(row), key == null ? SealedKey.NONE : new SealedKey(key));
    }

    private static Connection connection(AiToolIntegrationsRecord row) {
        return new Connection(
                IntegrationStatus.of(row.getStatus()), orEmpty(row.getStatusDetail()), orEmpty(row.getKeyHint()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
