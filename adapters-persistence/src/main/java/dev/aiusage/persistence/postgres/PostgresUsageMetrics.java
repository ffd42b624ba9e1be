package dev.aiusage.persistence.postgres;

import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.domain.dashboard.IntegrationUsage;
import dev.aiusage.domain.dashboard.UserUsage;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod.Grain;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

public final class PostgresUsageMetrics implements UsageMetrics {

    private final UserTransactions transactions;

    public PostgresUsageMetrics(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void replaceDays(UserId user, IntegrationId integration, List<UsageDay> days) {
        requireEachOnce(days);
        transactions.write(user, sql -> {
            if (new IntegrationLocks(sql, user).lock(integration).grain() == Grain.INSTANTS) {
                throw new IllegalArgumentException("the days of " + integration + " follow from its events");
            }
            new DayTables(sql, user).replace(integration, days);
            return days;
        });
    }

    @Override
    public UserUsage usage(UserId user, DateRange range, ZoneId zone) {
        return transactions.read(user, sql -> usage(sql, user, range, zone));
    }

    static UserUsage usage(DSLContext sql, UserId user, DateRange range, ZoneId zone) {
        var integrations = IntegrationRows.of(user, sql);
        var utcDays = new UtcDays(sql, user).of(ids(integrations), range);
        var zonedDays = isUtc(zone) ? utcDays : zonedDays(sql, integrations, range, zone);
        return new UserUsage(
                range,
                zone,
                integrations.stream()
                        .map(held -> usage(held, utcDays, zonedDays))
                        .toList());
    }

    private static Map<UUID, List<UsageDay>> zonedDays(
            DSLContext sql, List<Integration> integrations, DateRange range, ZoneId zone) {
        var withInstants = integrations.stream()
                .filter(held -> held.method().grain() == Grain.INSTANTS)
                .toList();
        return withInstants.isEmpty()
                ? Map.of()
                : new ZonedDays(sql, withInstants.get(0).user()).of(ids(withInstants), range, zone);
    }

    private static IntegrationUsage usage(
            Integration integration, Map<UUID, List<UsageDay>> utcDays, Map<UUID, List<UsageDay>> zonedDays) {
        var id = integration.id().value();
        return new IntegrationUsage(
                integration, utcDays.getOrDefault(id, List.of()), zonedDays.getOrDefault(id, List.of()));
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private static UUID[] ids(List<Integration> integrations) {
        return integrations.stream().map(held -> held.id().value()).toArray(UUID[]::new);
    }

    static void requireEachOnce(List<UsageDay> days) {
        var dates = new HashSet<LocalDate>();
        for (var day : days) {
            if (!dates.add(day.date())) {
                throw new IllegalArgumentException(day.date() + " stands twice");
            }
        }
    }
}
