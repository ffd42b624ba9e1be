package dev.aiusage.providers.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.time.DateRange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportDaysTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final ReportDays days = at("2026-11-24T23:59:59Z");

    @Test
    void ninety_days_are_the_newest_report_and_single_days_for_the_rest() {
        var windows = days.windows(DateRange.lastDays(90, TODAY));

        assertThat(windows).hasSize(62);
        assertThat(windows.get(0)).isEqualTo(range("2026-10-27", "2026-11-23"));
        assertThat(windows.get(1)).isEqualTo(range("2026-10-26", "2026-10-26"));
        assertThat(windows.get(61)).isEqualTo(range("2026-08-27", "2026-08-27"));
        assertThat(windows.stream().flatMap(DateRange::stream))
                .doesNotHaveDuplicates()
                .hasSize(89);
    }

    @Test
    void a_few_days_are_asked_for_one_by_one() {
        assertThat(days.windows(range("2026-11-21", "2026-11-24")))
                .containsExactly(
                        range("2026-11-23", "2026-11-23"),
                        range("2026-11-22", "2026-11-22"),
                        range("2026-11-21", "2026-11-21"));
        assertThat(days.windows(range("2026-11-17", "2026-11-23"))).hasSize(7);
        assertThat(days.windows(range("2026-11-16", "2026-11-23"))).containsExactly(range("2026-11-16", "2026-11-23"));
        assertThat(days.windows(range("2026-10-01", "2026-10-27"))).hasSize(27);
    }

    @Test
    void days_that_github_does_not_know_are_in_no_window() {
        assertThat(days.windows(range("2026-11-24", "2026-12-24"))).isEmpty();
        assertThat(days.windows(range("2020-01-01", "2025-11-23"))).isEmpty();
        assertThat(days.windows(range("2020-01-01", "2025-11-25")))
                .containsExactly(range("2025-11-25", "2025-11-25"), range("2025-11-24", "2025-11-24"));
        assertThat(at("2026-05-01T00:00:00Z").windows(range("2025-10-01", "2025-10-11")))
                .containsExactly(range("2025-10-11", "2025-10-11"), range("2025-10-10", "2025-10-10"));
    }

    @Test
    void a_day_is_final_after_three_more_days() {
        assertThat(List.of(days.settles(TODAY), days.settles(LocalDate.parse("2026-12-31"))))
                .containsExactly(Instant.parse("2026-11-28T00:00:00Z"), Instant.parse("2027-01-04T00:00:00Z"));
    }

    private static ReportDays at(String now) {
        return new ReportDays(Clock.fixed(Instant.parse(now), ZoneOffset.ofHours(13)));
    }

    private static DateRange range(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
