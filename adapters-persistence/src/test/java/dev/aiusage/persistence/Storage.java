package dev.aiusage.persistence;

import dev.aiusage.application.access.IngestTokens;
import dev.aiusage.application.access.Users;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.audit.AuditTrail;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.application.rotation.StoredKeys;
import dev.aiusage.application.scanning.LogMarks;
import dev.aiusage.application.syncing.SyncedDays;
import dev.aiusage.application.telemetry.TelemetrySums;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All ports of one storage, and what tests do with them again and again. */
public record Storage(
        Integrations integrations,
        UsageEvents events,
        TelemetrySums sums,
        UsageMetrics metrics,
        LogMarks marks,
        Access access) {

    /** What keys, tokens and their traces are kept in. */
    public record Access(
            Users users,
            SyncRuns runs,
            SyncedDays fetched,
            IngestTokens tokens,
            StoredKeys keys,
            AuditTrail audit,
            Supplier<List<AuditEntry>> trail) {}

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final DateRange ALL = new DateRange(LocalDate.of(2025, 12, 1), LocalDate.of(2027, 1, 31));

    public Integration logs(UserId user) {
        return opened(user, IntegrationMethod.LOGS);
    }

    public Integration telemetry(UserId user) {
        return opened(user, IntegrationMethod.TELEMETRY);
    }

    public Integration opened(UserId user, IntegrationMethod method) {
        return integrations.open(user, Tool.CLAUDE_CODE, method, Scope.EVERYTHING, NOON);
    }

    /** One with a key, as a user connects it. */
    public Integration connected(UserId user, Scope scope, String sealed) {
        return connected(user, Tool.CURSOR, scope, sealed);
    }

    public Integration connected(UserId user, Tool tool, Scope scope, String sealed) {
        return integrations.connect(
                keyed(user, tool, scope, sealed), entry(user, AuditAction.INTEGRATION_CONNECTED, scope.account()));
    }

    public static KeyedIntegration keyed(UserId user, Tool tool, Scope scope, String sealed) {
        var fresh = Integration.opened(IntegrationId.random(), user, tool, IntegrationMethod.API, scope, NOON)
                .with(Connection.by(new Secret("crsr_0123456789abcdef")));
        return new KeyedIntegration(fresh, new SealedKey(sealed));
    }

    public static AuditEntry entry(UserId user, AuditAction action, String subject) {
        return new AuditEntry(Optional.of(user), action, subject, NOON);
    }

    public List<AuditEntry> trailOf(UserId user) {
        return access.trail().get().stream()
                .filter(entry -> entry.user().filter(user::equals).isPresent())
                .toList();
    }

    public List<UsageDay> utcDays(Integration integration) {
        return usage(integration, ZoneOffset.UTC).utcDays();
    }

    public List<UsageDay> zonedDays(Integration integration, String zone) {
        return usage(integration, ZoneId.of(zone)).zonedDays();
    }

    private IntegrationUsage usage(Integration integration, ZoneId zone) {
        return metrics.usage(integration.user(), ALL, zone).integrations().stream()
                .filter(held -> held.integration().id().equals(integration.id()))
                .findFirst()
                .orElseThrow();
    }
}
