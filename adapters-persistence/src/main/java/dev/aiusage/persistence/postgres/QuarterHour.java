package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageBuckets.AI_USAGE_BUCKETS;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The smallest piece of an integration's time that is summed up: zones differ by whole quarters of an hour. */
record QuarterHour(UUID integration, Instant startsAt) {

    static final List<Column<QuarterHour, ?>> COLUMNS = List.of(
            new Column<>(AI_USAGE_BUCKETS.INTEGRATION_ID, QuarterHour::integration),
            new Column<>(AI_USAGE_BUCKETS.STARTS_AT, QuarterHour::startsAt));

    private static final int SECONDS = 15 * 60;

    static QuarterHour of(UUID integration, Instant at) {
        var seconds = at.getEpochSecond();
        return new QuarterHour(integration, Instant.ofEpochSecond(seconds - Math.floorMod(seconds, SECONDS)));
    }

    UtcDay day() {
        return new UtcDay(integration, startsAt.truncatedTo(ChronoUnit.DAYS));
    }

    /** A day of an integration, by the instant at which it begins. */
    record UtcDay(UUID integration, Instant startsAt) {

        static final List<Column<UtcDay, ?>> COLUMNS = List.of(
                new Column<>(AI_USAGE_BUCKETS.INTEGRATION_ID, UtcDay::integration),
                new Column<>(AI_USAGE_BUCKETS.STARTS_AT, UtcDay::startsAt));
    }
}
