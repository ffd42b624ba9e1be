package dev.aiusage.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SeriesKey;
import dev.aiusage.domain.usage.SessionKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SumRiseTest {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void each_quarter_hour_has_what_came_to_the_one_before() {
        assertThat(rises(point(0, 3), point(14, 5), point(15, 5), point(16, 8), point(60, 9)))
                .extracting(rise -> rise.quarterHour() + " " + rise.amount() + " to " + rise.highest())
                .containsExactly(
                        "2026-11-24T09:00:00Z 5 to 5", "2026-11-24T09:15:00Z 3 to 8", "2026-11-24T10:00:00Z 1 to 9");
    }

    @Test
    void what_does_not_rise_is_left_out_and_a_first_zero_is_kept() {
        assertThat(rises(point(0, 0), point(20, 0), point(40, 2), point(60, 1)))
                .extracting(SumRise::amount)
                .containsExactly(0L, 2L);
    }

    @Test
    void the_highest_says_what_the_sum_is_of() {
        var opus = point(1, 7, "opus");
        var haiku = point(2, 7, "haiku");
        var lower = point(3, 6, "zeta");

        for (var points : List.of(List.of(opus, haiku, lower), List.of(lower, haiku, opus))) {
            assertThat(SumRise.of(List.of(), points))
                    .extracting(rise -> rise.subject().labels().model().text())
                    .containsExactly("opus");
        }
    }

    @Test
    void points_in_any_order_and_parts_make_the_same_rises_and_rise_to_the_highest_of_all() {
        var random = new Random(20261124);
        for (var round = 0; round < 1_000; round++) {
            var points = new ArrayList<SumPoint>();
            for (var number = 1 + random.nextInt(8); number > 0; number--) {
                points.add(point(random.nextInt(90), random.nextInt(6), random.nextBoolean() ? "opus" : "haiku"));
            }
            var atOnce = SumRise.of(List.of(), points);

            Collections.shuffle(points, random);
            Collection<SumRise> inParts = List.of();
            for (var point : points) {
                inParts = SumRise.of(inParts, List.of(point));
            }

            assertThat(inParts).isEqualTo(atOnce);
            assertThat(SumRise.of(inParts, points)).isEqualTo(atOnce);
            assertThat(atOnce.stream().mapToLong(SumRise::amount).sum())
                    .isEqualTo(points.stream().mapToLong(SumPoint::height).max().orElseThrow());
        }
    }

    private static List<SumRise> rises(SumPoint... points) {
        return SumRise.of(List.of(), List.of(points));
    }

    private static SumPoint point(int minute, long height) {
        return point(minute, height, "opus");
    }

    private static SumPoint point(int minute, long height, String model) {
        return new SumPoint(
                SeriesKey.of(Tool.CLAUDE_CODE, "output"),
                START,
                START.plusSeconds(minute * 60L),
                height,
                SumMeasure.OUTPUT,
                SumDetail.RUNNING,
                new EventLabels(Label.of(model), Label.NONE, Label.NONE),
                SessionKey.NONE);
    }
}
