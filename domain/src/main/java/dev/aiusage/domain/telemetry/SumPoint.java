package dev.aiusage.domain.telemetry;

import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.SeriesKey;
import dev.aiusage.domain.usage.SessionKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How high a sum stood at an instant. Sums only grow; one that began at another instant is another one, as after a restart of the
 * tool. A tool that reports differences begins a new sum with each of them. Instants have microseconds.
 *
 * @param series which sum: the tool, the measure, and every attribute that tells it from others
 * @param startedAt since when it was counted
 * @param at when it stood at this height; not before {@code startedAt}
 * @param height at least 0; nano-dollars for cost
 * @param session {@link SessionKey#NONE} where the telemetry doesn't say
 */
public record SumPoint(
        SeriesKey series,
        Instant startedAt,
        Instant at,
        long height,
        SumMeasure measure,
        SumDetail detail,
        EventLabels labels,
        SessionKey session) {

    public SumPoint {
        startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (height < 0) {
            throw new IllegalArgumentException("a sum can't be negative: " + height);
        }
        if (at.isBefore(startedAt)) {
            throw new IllegalArgumentException("a sum of " + at + " that began at " + startedAt);
        }
    }

    public SumIdentity sum() {
        return new SumIdentity(series, startedAt);
    }
}
