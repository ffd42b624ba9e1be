package dev.aiusage.domain.telemetry;

import dev.aiusage.domain.usage.SeriesKey;
import java.time.Instant;

/** One sum from its beginning on: the same series begun at another instant is another sum. */
public record SumIdentity(SeriesKey series, Instant startedAt) {}
