package dev.aiusage.domain.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StreaksTest {

    @Test
    void the_current_streak_ends_today() {
        assertThat(streaks("##.###")).isEqualTo(new Streaks(3, 3));
    }

    @Test
    void today_is_not_over_so_yesterday_keeps_the_streak() {
        assertThat(streaks("..###.")).isEqualTo(new Streaks(3, 3));
    }

    @Test
    void a_streak_that_ended_before_yesterday_is_not_current() {
        assertThat(streaks(".###..")).isEqualTo(new Streaks(0, 3));
    }

    @Test
    void the_longest_streak_may_lie_anywhere() {
        assertThat(streaks("####.#.##")).isEqualTo(new Streaks(2, 4));
    }

    @Test
    void a_streak_can_fill_the_whole_range() {
        assertThat(streaks("#####")).isEqualTo(new Streaks(5, 5));
        assertThat(streaks("#")).isEqualTo(new Streaks(1, 1));
    }

    @Test
    void without_activity_there_is_none() {
        assertThat(streaks("....")).isEqualTo(new Streaks(0, 0));
        assertThat(streaks(".")).isEqualTo(new Streaks(0, 0));
    }

    private static Streaks streaks(String days) {
        var range = DateRange.lastDays(days.length(), LocalDate.parse("2028-03-02"));
        var active = IntStream.range(0, days.length())
                .filter(index -> days.charAt(index) == '#')
                .mapToObj(index -> range.from().plusDays(index))
                .collect(Collectors.toSet());
        return Streaks.of(range, active);
    }
}
