package dev.aiusage.persistence;

import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.scanning.LogMarks;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** All ports of one storage, and what tests do with them again and again. */
public record Storage(Integrations integrations, UsageEvents events, UsageMetrics metrics, LogMarks marks) {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final DateRange ALL = new DateRange(LocalDate.of(2025, 12, 1), LocalDate.of(2027, 1, 31));

    public Integration logs(UserId user) {
        return opened(user, IntegrationMethod.LOGS);
    }

    public Integration opened(UserId user, IntegrationMethod method) {
        return integrations.open(user, Tool.CLAUDE_CODE, method, Scope.EVERYTHING, NOON);
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
