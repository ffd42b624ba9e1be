package dev.aiusage.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aiusage.domain.usage.Law;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DateRangeTest {

    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    @Test
    void the_last_days_are_exactly_as_many_and_consecutive_up_to_today() {
        Law.holds(random -> {
            var today = LocalDate.ofEpochDay(random.nextInt(40_000));
            var days = 1 + random.nextInt(366);

            var range = DateRange.lastDays(days, today);

            var dates = range.stream().toList();
            assertThat(dates).hasSize(days).hasSize(range.days()).endsWith(today);
            for (var i = 1; i < dates.size(); i++) {
                assertThat(dates.get(i)).isEqualTo(dates.get(i - 1).plusDays(1));
            }
        });
    }

    @Test
    void the_instants_of_consecutive_days_leave_no_gap_and_never_overlap_in_any_zone() {
        Law.holds(random -> {
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var date = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
            var day = DateRange.lastDays(1, date);
            var next = DateRange.lastDays(1, date.plusDays(1));

            assertThat(day.endsBefore(zone)).isEqualTo(next.startsAt(zone)).isAfter(day.startsAt(zone));
            assertThat(day.startsAt(zone).atZone(zone).toLocalDate()).isEqualTo(date);
            assertThat(day.endsBefore(zone).minusNanos(1).atZone(zone).toLocalDate())
                    .isEqualTo(date);
        });
    }

    @Test
    void a_day_on_which_clocks_change_is_shorter_or_longer() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(length("2026-03-29", berlin)).isEqualTo(Duration.ofHours(23));
        assertThat(length("2026-10-25", berlin)).isEqualTo(Duration.ofHours(25));
        assertThat(length("2026-10-26", berlin)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_day_need_not_begin_at_midnight() {
        var day = DateRange.lastDays(1, LocalDate.parse("2026-04-24"));

        assertThat(day.startsAt(ZoneId.of("Africa/Cairo"))).isEqualTo(Instant.parse("2026-04-23T22:00:00Z"));
        assertThat(day.startsAt(ZoneId.of("Africa/Cairo"))
                        .atZone(ZoneId.of("Africa/Cairo"))
                        .getHour())
                .isEqualTo(1);
    }

    @Test
    void leap_days_are_days() {
        assertThat(DateRange.lastDays(2, LocalDate.parse("2028-03-01")).from()).isEqualTo("2028-02-29");
        assertThat(DateRange.lastDays(366, LocalDate.parse("2028-12-31")).from())
                .isEqualTo("2028-01-01");
    }

    @Test
    void the_first_and_the_last_day_belong_to_it_and_their_neighbours_do_not() {
        var range = new DateRange(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-03"));

        assertThat(range.contains(range.from())).isTrue();
        assertThat(range.contains(range.to())).isTrue();
        assertThat(range.contains(range.from().minusDays(1))).isFalse();
        assertThat(range.contains(range.to().plusDays(1))).isFalse();
    }

    @Test
    void a_range_can_not_end_before_it_begins() {
        var today = LocalDate.parse("2026-11-24");

        assertThatIllegalArgumentException().isThrownBy(() -> new DateRange(today, today.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DateRange.lastDays(0, today));
    }

    @Test
    void times_before_2020_and_more_than_two_days_ahead_are_not_plausible() {
        var plausible = new PlausibleTime(Instant.parse("2026-11-24T12:00:00Z"));

        assertThat(plausible.allows(Instant.parse("2020-01-01T00:00:00Z"))).isTrue();
        assertThat(plausible.allows(Instant.parse("2019-12-31T23:59:59Z"))).isFalse();
        assertThat(plausible.allows(Instant.parse("2026-11-26T12:00:00Z"))).isTrue();
        assertThat(plausible.allows(Instant.parse("2026-11-26T12:00:01Z"))).isFalse();
        assertThat(plausible.allows(LocalDate.parse("2026-11-26"))).isTrue();
        assertThat(plausible.allows(LocalDate.parse("2026-11-27"))).isFalse();
    }

    private static Duration length(String date, ZoneId zone) {
        var day = DateRange.lastDays(1, LocalDate.parse(date));
        return Duration.between(day.startsAt(zone), day.endsBefore(zone));
    }
}
