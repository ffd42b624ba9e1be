package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.IntegrationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When integrations are synchronised each day. Each has its own minute within half an hour from the set time on, always the same,
 * so that thousands of them are not due at once.
 */
public record DailyTurns(LocalTime at, ZoneId zone) {

    static final Duration SPREAD = Duration.ofMinutes(30);

    /** The first turn after this instant. */
    Instant after(Instant now, IntegrationId integration) {
        var spread = Duration.ofMillis(Math.floorMod(
                integration.value().getMostSignificantBits()
                        ^ integration.value().getLeastSignificantBits(),
                SPREAD.toMillis()));
        var day = now.minus(spread).atZone(zone).toLocalDate();
        for (; ; day = day.plusDays(1)) {
            var turn = day.atTime(at).atZone(zone).toInstant().plus(spread);
            if (turn.isAfter(now)) {
                return turn;
            }
        }
    }
}
