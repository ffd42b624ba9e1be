package dev.aiusage.providers.openai;

import dev.aiusage.providers.calls.HeldRows;
import dev.aiusage.providers.calls.JsonFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A day of a report. */
final class Bucket {

    private static final long LATEST_SECOND = 253_402_300_799L;

    /** Takes the rows of a bucket out of it. */
    @FunctionalInterface
    interface Reader<T> {
        void read(JsonFields bucket, HeldRows<T> rows);
    }

    private Bucket() {}

    static LocalDate date(JsonFields bucket) {
        var second = bucket.count("start_time").orElse(-1);
        if (second < 0 || second > LATEST_SECOND) {
            throw bucket.malformed("start_time", "no time");
        }
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }
}
