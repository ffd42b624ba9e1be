package dev.aiusage.application.syncing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VendorLanesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final VendorLanes lanes = new VendorLanes(1, new Random(7));

    @Test
    void the_more_turns_are_put_off_the_later_they_come_back() throws InterruptedException {
        assertThat(lanes.enter(Tool.CURSOR, IntegrationId.random())).isTrue();
        assertThat(putOff(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));

        putOff(499);
        assertThat(putOff(1)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));

        putOff(9_500);
        assertThat(putOff(1)).isBetween(Duration.ofMinutes(1), VendorLanes.LONG);
    }

    @Test
    void those_of_other_tools_are_not_put_off_with_them() throws InterruptedException {
        assertThat(lanes.enter(Tool.CURSOR, IntegrationId.random())).isTrue();
        putOff(1_000);

        assertThat(lanes.enter(Tool.OPENAI, IntegrationId.random())).isTrue();
        assertThat(lanes.later(Tool.OPENAI, IntegrationId.random(), NOON)).isBefore(NOON.plusSeconds(11));
    }

    @Test
    void what_was_let_in_at_last_is_not_put_off_any_more() throws InterruptedException {
        var integration = IntegrationId.random();
        lanes.later(Tool.CURSOR, integration, NOON);
        assertThat(lanes.isPutOff(Tool.CURSOR, integration, NOON)).isTrue();

        assertThat(lanes.enter(Tool.CURSOR, integration)).isTrue();

        assertThat(lanes.isPutOff(Tool.CURSOR, integration, NOON)).isFalse();
    }

    @Test
    void what_another_instance_took_is_forgotten() {
        putOff(2_000);

        var later = NOON.plus(VendorLanes.LONG).plus(VendorLanes.LONG).plusSeconds(1);

        assertThat(lanes.later(Tool.CURSOR, IntegrationId.random(), later)).isBefore(later.plusSeconds(11));
    }

    private Duration putOff(int turns) {
        var last = Duration.ZERO;
        for (var turn = 0; turn < turns; turn++) {
            last = Duration.between(NOON, lanes.later(Tool.CURSOR, IntegrationId.random(), NOON));
        }
        return last;
    }
}
