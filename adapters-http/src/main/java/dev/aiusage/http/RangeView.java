package dev.aiusage.http;

import dev.aiusage.domain.dashboard.Dashboard;
import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.time.ZoneId;

record RangeView(LocalDate from, LocalDate to, int days, String timezone) {

    static RangeView of(Dashboard dashboard) {
        return of(dashboard.range(), dashboard.zone());
    }

    static RangeView of(DateRange range, ZoneId zone) {
        return new RangeView(range.from(), range.to(), range.days(), zone.getId());
    }
}
