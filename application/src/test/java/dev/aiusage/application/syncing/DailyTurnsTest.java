package dev.aiusage.application.syncing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.IntegrationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DailyTurnsTest {

    private static final DailyTurns TURNS = new DailyTurns(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));

    @Test
    void each_integration_has_one_turn_a_day_also_when_the_clocks_change() {
        var random = new Random(1);
        for (var integration = 0; integration < 50; integration++) {
            var id = some(random);
            var turn = TURNS.after(Instant.parse("2026-03-20T00:00:00Z"), id);
            for (var day = 0; day < 250; day++) {
                var next = TURNS.after(turn, id);
                assertThat(Duration.between(turn, next)).isBetween(Duration.ofHours(23), Duration.ofHours(25));
                turn = next;
            }
        }
    }

    @Test
    void the_turns_of_many_are_spread_over_half_an_hour_from_the_set_time_on() {
        var random = new Random(2);
        var noon = Instant.parse("2026-11-24T12:00:00Z");
        var start = Instant.parse("2026-11-25T01:30:00Z");

        var minutes = IntStream.range(0, 3_000)
                .mapToObj(any -> TURNS.after(noon, some(random)))
                .peek(turn -> assertThat(turn).isBetween(start, start.plus(DailyTurns.SPREAD)))
                .collect(Collectors.groupingBy(
                        turn -> Duration.between(start, turn).toMinutes(), Collectors.counting()));

        assertThat(minutes).hasSize(30);
        assertThat(minutes.values()).allMatch(count -> count > 50 && count < 170);
    }

    private static IntegrationId some(Random random) {
        return new IntegrationId(new UUID(random.nextLong(), random.nextLong()));
    }
}
