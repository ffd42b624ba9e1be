package dev.aiusage.providers.telemetry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How high a metric stood.
 *
 * @param startedAt since when it was counted
 * @param sum empty for a histogram that has none
 * @param count of measurements; of a plain sum, what it stands for
 */
record Point(
        Sender sender,
        String metric,
        Attributes attributes,
        Instant startedAt,
        Instant at,
        Optional<BigDecimal> sum,
        BigDecimal count) {

    BigDecimal requiredSum() throws BadPart {
        return sum.orElseThrow(() -> new BadPart("it has no sum"));
    }
}
