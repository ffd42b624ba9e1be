package dev.aiusage.http;

import dev.aiusage.domain.dashboard.Dashboard;
import java.time.LocalDate;

record RangeView(LocalDate from, LocalDate to, int days, String timezone) {

    static RangeView of(Dashboard dashboard) {
        var range = dashboard.range();
        return new RangeView(
                range.from(), range.to(), range.days(), dashboard.zone().getId());
    }
}
