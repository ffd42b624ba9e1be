package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.usage.UsageDay;
import java.util.List;

/**
 * What one integration holds for a range of dates: its UTC days and, if it knows instants, the same usage by the days of the
 * asked zone (else empty). Each list has the days with data, in order.
 */
public record IntegrationUsage(Integration integration, List<UsageDay> utcDays, List<UsageDay> zonedDays) {

    public IntegrationUsage {
        utcDays = List.copyOf(utcDays);
        zonedDays = List.copyOf(zonedDays);
    }

    boolean contributes() {
        return !utcDays.isEmpty() || !zonedDays.isEmpty();
    }

    List<UsageDay> days(DayBasis basis) {
        return switch (basis) {
            case ZONED -> zonedDays;
            case UTC -> utcDays;
        };
    }
}
