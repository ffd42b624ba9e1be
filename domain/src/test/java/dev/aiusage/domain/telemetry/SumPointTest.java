package dev.aiusage.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.SeriesKey;
import dev.aiusage.domain.usage.SessionKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SumPointTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void instants_have_microseconds() {
        var point = point(NOON.plusNanos(1_999), NOON.plusNanos(2_999), 1);

        assertThat(point.startedAt()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(point.at()).isEqualTo(NOON.plusNanos(2_000));
    }

    @Test
    void it_is_neither_negative_nor_before_its_beginning() {
        assertThatIllegalArgumentException().isThrownBy(() -> point(NOON, NOON, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> point(NOON, NOON.minusSeconds(1), 1));
        assertThat(point(NOON, NOON, 0).height()).isZero();
    }

    @Test
    void a_series_that_began_anew_is_another_sum() {
        assertThat(point(NOON, NOON.plusSeconds(9), 1).sum())
                .isEqualTo(point(NOON, NOON.plusSeconds(10), 2).sum())
                .isNotEqualTo(point(NOON.plusSeconds(1), NOON.plusSeconds(9), 1).sum());
    }

    private static SumPoint point(Instant startedAt, Instant at, long height) {
        return new SumPoint(
                SeriesKey.of(Tool.CODEX, "output"),
                startedAt,
                at,
                height,
                SumMeasure.OUTPUT,
                SumDetail.RUNNING,
                EventLabels.NONE,
                SessionKey.NONE);
    }
}
