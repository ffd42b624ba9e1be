package dev.aiusage.domain.usage;

import static dev.aiusage.domain.usage.UsageDays.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AcceptanceRateTest {

    @Test
    void where_decisions_are_counted_it_is_accepted_by_decided() {
        assertThat(rate(today().decided(3, 1))).contains(0.75);
    }

    @Test
    void where_suggestions_are_counted_it_is_accepted_by_suggested() {
        assertThat(rate(today().suggested(10, 3))).contains(0.3);
    }

    @Test
    void over_days_it_comes_from_sums_and_never_is_a_mean_of_daily_rates() {
        assertThat(rate(today().decided(1, 0), today().decided(0, 9))).contains(0.1);
    }

    @Test
    void nothing_offered_has_no_rate() {
        assertThat(rate(today().decided(0, 0))).isEmpty();
        assertThat(rate(today().suggested(0, 0))).isEmpty();
        assertThat(rate(today().requests(5))).isEmpty();
        assertThat(rate()).isEmpty();
    }

    @Test
    void nothing_accepted_is_a_rate_of_zero() {
        assertThat(rate(today().decided(0, 4))).contains(0.0);
    }

    @Test
    void more_acceptances_than_suggestions_are_kept_as_one() {
        assertThat(rate(today().suggested(3, 4))).contains(1.0);
    }

    @Test
    void a_day_that_knows_only_acceptances_takes_no_part() {
        var accepted = new Decisions(Count.UNKNOWN, Count.of(50), Count.UNKNOWN);

        assertThat(AcceptanceRate.over(
                        List.of(accepted, today().decided(1, 1).measures().decisions())))
                .contains(new AcceptanceRate(0.5));
    }

    @Test
    void a_rate_outside_zero_to_one_can_not_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AcceptanceRate(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AcceptanceRate(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AcceptanceRate(Double.NaN));
    }

    private static UsageDays today() {
        return day("2026-11-24");
    }

    private static Optional<Double> rate(UsageDays... days) {
        return AcceptanceRate.over(Arrays.stream(days)
                        .map(day -> day.measures().decisions())
                        .toList())
                .map(AcceptanceRate::value);
    }
}
