package dev.aiusage.http;

import dev.aiusage.application.integrations.ShownIntegration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record IntegrationView(
        String integrationId,
        String toolName,
        String integrationMethod,
        boolean isActive,
        @Nullable String organization,
        @Nullable String enterprise,
        @Nullable String account,
        @Nullable String keyHint,
        Instant createdAt,
        @Nullable Instant lastSyncedAt,
        String status,
        @Nullable String statusDetail,
        @Nullable SyncStatusView sync,
        @Nullable SyncRunView lastSync,
        @Nullable Instant nextSyncAt) {

    static IntegrationView of(ShownIntegration shown) {
        var held = shown.integration();
        var scope = held.scope();
        var connection = held.connection();
        return new IntegrationView(
                held.id().toString(),
                held.tool().slug(),
                held.method().shownAs(),
                connection.isActive(),
                scope.isEnterprise() ? null : orNull(scope.name()),
                scope.isEnterprise() ? scope.name() : null,
                orNull(scope.account()),
                orNull(connection.keyHint()),
                held.createdAt(),
                held.lastSyncedAt().orElse(null),
                connection.status().slug(),
                orNull(connection.detail()),
                shown.lastRun().map(SyncStatusView::of).orElse(null),
                shown.lastRun()
                        .map(run -> SyncRunView.of(run, held.lastSyncedAt()))
                        .orElse(null),
                shown.nextTurn().orElse(null));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
