package dev.aiusage.http;

import dev.aiusage.domain.usage.UsageDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record DayView(
        LocalDate date,
        long requests,
        @Nullable Long tokens,
        @Nullable BigDecimal costUsd) {

    static DayView of(UsageDay day) {
        var measures = day.measures();
        return new DayView(
                day.date(),
                measures.requests().count().orElse(0),
                measures.tokens().total().orNull(),
                measures.cost().dollars().orElse(null));
    }
}
