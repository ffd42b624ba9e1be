package dev.aiusage.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.usage.Law;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IntervalTest {

    @Test
    void weeks_run_from_monday_to_sunday_and_are_cut_at_the_ends_of_the_range() {
        assertThat(Interval.WEEK.periods(range("2026-11-13", "2026-11-24")))
                .containsExactly(
                        range("2026-11-13", "2026-11-15"),
                        range("2026-11-16", "2026-11-22"),
                        range("2026-11-23", "2026-11-24"));
    }

    @Test
    void weeks_know_no_year() {
        assertThat(Interval.WEEK.periods(range("2026-12-28", "2027-01-04")))
                .containsExactly(range("2026-12-28", "2027-01-03"), range("2027-01-04", "2027-01-04"));
    }

    @Test
    void months_are_those_of_the_calendar() {
        assertThat(Interval.MONTH.periods(range("2028-01-31", "2028-03-01")))
                .containsExactly(
                        range("2028-01-31", "2028-01-31"),
                        range("2028-02-01", "2028-02-29"),
                        range("2028-03-01", "2028-03-01"));
    }

    @Test
    void a_range_within_one_period_is_one_period() {
        for (var interval : List.of(Interval.WEEK, Interval.MONTH)) {
            assertThat(interval.periods(range("2026-11-24", "2026-11-26")))
                    .containsExactly(range("2026-11-24", "2026-11-26"));
        }
    }

    @Test
    void every_day_of_a_range_lies_in_one_period_and_periods_are_in_order() {
        Law.holds(random -> {
            var range = DateRange.lastDays(1 + random.nextInt(366), LocalDate.ofEpochDay(random.nextInt(40_000)));

            for (var interval : Interval.values()) {
                var periods = interval.periods(range);
                assertThat(periods.stream().flatMap(DateRange::stream))
                        .containsExactlyElementsOf(range.stream().toList());
                assertThat(periods.subList(1, periods.size()))
                        .allMatch(period ->
                                interval != Interval.WEEK || period.from().getDayOfWeek() == DayOfWeek.MONDAY)
                        .allMatch(period ->
                                interval != Interval.MONTH || period.from().getDayOfMonth() == 1);
            }
            assertThat(Interval.DAY.periods(range)).hasSize(range.days());
        });
    }

    @Test
    void intervals_are_found_by_their_names() {
        for (var interval : Interval.values()) {
            assertThat(Interval.named(interval.slug())).contains(interval);
        }
        assertThat(Interval.named("Day")).isEmpty();
    }

    private static DateRange range(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
