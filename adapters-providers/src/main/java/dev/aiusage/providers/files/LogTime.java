package dev.aiusage.providers.files;

import dev.aiusage.domain.time.PlausibleTime;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times that logs write. */
final class LogTime {

    private static final String IMPLAUSIBLE = "timestamp lies before such tools were there, or in the future";

    private LogTime() {}

    static Instant of(@Nullable String timestamp, PlausibleTime plausible) throws BadLine {
        if (timestamp == null) {
            throw new BadLine("timestamp is missing");
        }
        try {
            var instant = Instant.parse(timestamp);
            if (plausible.allows(instant)) {
                return instant;
            }
            throw plausible.isAhead(instant) ? BadLine.aheadOfTime(IMPLAUSIBLE) : new BadLine(IMPLAUSIBLE);
        } catch (DateTimeException notIso) {
            throw new BadLine("timestamp is no date and time with a zone, as in 2026-11-24T10:00:00.000Z");
        }
    }
}
