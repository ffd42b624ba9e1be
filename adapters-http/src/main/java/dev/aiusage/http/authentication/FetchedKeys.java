package dev.aiusage.http.authentication;

import java.time.Duration;
import java.time.Instant;

/** Keys as they were at one time. */
record FetchedKeys(KeySet keys, Instant at) {

    /** After a clock that was set back, as old as can be. */
    Duration age(Instant now) {
        return now.isBefore(at) ? Duration.ofSeconds(Long.MAX_VALUE) : Duration.between(at, now);
    }
}
