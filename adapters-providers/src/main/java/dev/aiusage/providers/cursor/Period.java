package dev.aiusage.providers.cursor;

import dev.aiusage.domain.time.DateRange;
import java.time.Clock;
import java.time.ZoneOffset;

/** First and last millisecond to ask for, both included. */
record Period(long startMillis, long endMillis) {

    /** Never ends after now: events that come in meanwhile would push others from one page to the next. */
    static Period of(DateRange days, Clock clock) {
        var start = days.startsAt(ZoneOffset.UTC).toEpochMilli();
        var end = days.endsBefore(ZoneOffset.UTC).toEpochMilli() - 1;
        return new Period(start, Math.max(start, Math.min(end, clock.millis())));
    }
}
