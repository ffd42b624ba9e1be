package dev.aiusage.domain.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Law;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeatmapTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void a_range_without_usage_is_all_zeros() {
        assertThat(levels(0, 0, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void a_single_day_with_usage_exceeds_no_quartile() {
        assertThat(levels(0, 7, 0)).containsExactly(0, 1, 0);
    }

    @Test
    void four_different_days_have_four_levels() {
        assertThat(levels(40, 10, 30, 0, 20)).containsExactly(4, 1, 3, 0, 2);
    }

    @Test
    void equal_days_are_equally_strong() {
        assertThat(levels(5, 5, 5, 5, 5)).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void quartiles_are_taken_by_the_nearest_rank() {
        assertThat(levels(1, 2, 3, 4, 5, 6, 7, 8)).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
        assertThat(levels(1, 2, 3, 4, 5, 6)).containsExactly(1, 1, 2, 3, 3, 4);
        assertThat(levels(1, 2)).containsExactly(1, 3);
        assertThat(levels(1, 2, 3)).containsExactly(1, 2, 3);
    }

    @Test
    void one_huge_day_does_not_fade_the_others() {
        assertThat(levels(1, 2, 3, 1_000_000)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void days_without_usage_take_no_part_in_the_quartiles() {
        assertThat(levels(0, 0, 0, 0, 0, 0, 10, 20, 30, 40)).endsWith(1, 2, 3, 4);
    }

    @Test
    void every_day_of_the_range_stands_once_and_in_order_and_zero_is_the_only_level_zero() {
        Law.holds(random -> {
            var range = DateRange.lastDays(1 + random.nextInt(366), LocalDate.ofEpochDay(random.nextInt(40_000)));
            Map<LocalDate, Long> counts = new HashMap<>();
            range.stream().forEach(date -> counts.put(date, (long) random.nextInt(1 + random.nextInt(20))));

            var heatmap = Heatmap.of(HeatmapMeasure.REQUESTS, range, counts);

            assertThat(heatmap.days())
                    .extracting(HeatmapDay::date)
                    .isEqualTo(range.stream().toList());
            assertThat(heatmap.days()).allMatch(day -> day.count() == counts.getOrDefault(day.date(), -1L));
            assertThat(heatmap.days()).allMatch(day -> (day.level() == 0) == (day.count() == 0));
            assertThat(heatmap.days()).allMatch(day -> day.level() <= 4);
        });
    }

    @Test
    void more_usage_never_has_a_lower_level() {
        Law.holds(random -> {
            var counts = random.longs(1 + random.nextInt(40), 0, 1 + random.nextInt(50))
                    .toArray();

            var byCount = heatmap(counts).days().stream()
                    .sorted(Comparator.comparingLong(HeatmapDay::count))
                    .map(HeatmapDay::level)
                    .toList();

            assertThat(byCount).isSorted();
        });
    }

    private static List<Integer> levels(long... counts) {
        return heatmap(counts).days().stream().map(HeatmapDay::level).toList();
    }

    private static Heatmap heatmap(long... counts) {
        var range = DateRange.lastDays(counts.length, TODAY);
        Map<LocalDate, Long> byDate = new HashMap<>();
        for (var i = 0; i < counts.length; i++) {
            byDate.put(range.from().plusDays(i), counts[i]);
        }
        return Heatmap.of(HeatmapMeasure.REQUESTS, range, byDate);
    }
}
