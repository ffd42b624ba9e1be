package dev.aiusage.domain.usage;

import static dev.aiusage.domain.usage.CostBasis.BILLED;
import static dev.aiusage.domain.usage.CostBasis.LIST_PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CostTest {

    @ParameterizedTest
    @CsvSource({
        "141, 1.41",
        "186, 1.86",
        "0.5, 0.005",
        "123.78912, 1.2378912",
        "21.36232, 0.2136232",
        "0.0000001, 0.000000001"
    })
    void cents_also_fractional_ones_are_kept_exactly(String cents, String dollars) {
        var cost = Cost.ofDollars(new BigDecimal(cents).movePointLeft(2), BILLED);

        assertThat(cost.dollars()).contains(new BigDecimal(dollars));
    }

    @Test
    void a_million_prices_of_a_single_token_are_the_price_of_a_million() {
        var token = Cost.ofDollars(new BigDecimal("0.0000002"), LIST_PRICE);

        var sum = Cost.UNKNOWN;
        for (var i = 0; i < 1_000_000; i++) {
            sum = sum.plus(token);
        }

        assertThat(sum.dollars()).contains(new BigDecimal("0.2"));
    }

    @Test
    void dollars_have_no_needless_zeros() {
        assertThat(Cost.toDollars(0)).hasToString("0");
        assertThat(Cost.toDollars(1)).isEqualTo(new BigDecimal("0.000000001"));
        assertThat(Cost.toDollars(1_500_000_000)).hasToString("1.5");
        assertThat(Cost.toDollars(100_000_000_000L)).hasToString("100");
    }

    @Test
    void half_a_nano_dollar_rounds_to_the_even_one() {
        assertThat(nanoDollars("0.0000000005")).isEqualTo(Count.of(0));
        assertThat(nanoDollars("0.0000000015")).isEqualTo(Count.of(2));
        assertThat(nanoDollars("0.00000000150001")).isEqualTo(Count.of(2));
    }

    @Test
    void what_was_told_in_nano_dollars_comes_back_as_told() {
        Law.holds(random -> {
            var nanoDollars = Math.abs(random.nextLong() / 2);
            var dollars = Cost.ofNanoDollars(nanoDollars, BILLED).dollars().orElseThrow();

            assertThat(dollars.setScale(9, RoundingMode.UNNECESSARY)
                            .unscaledValue()
                            .longValueExact())
                    .isEqualTo(nanoDollars);
            assertThat(Cost.ofDollars(dollars, BILLED)).isEqualTo(Cost.ofNanoDollars(nanoDollars, BILLED));
        });
    }

    @Test
    void a_cost_of_two_bases_is_mixed_and_an_unknown_one_changes_none() {
        var billed = Cost.ofNanoDollars(1, BILLED);

        assertThat(billed.plus(Cost.ofNanoDollars(2, LIST_PRICE))).isEqualTo(Cost.ofNanoDollars(3, CostBasis.MIXED));
        assertThat(billed.plus(Cost.UNKNOWN)).isEqualTo(billed);
        assertThat(Cost.UNKNOWN.plus(billed)).isEqualTo(billed);
        assertThat(Cost.UNKNOWN.dollars()).isEmpty();
    }

    @Test
    void a_cost_that_can_not_be_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cost.ofDollars(new BigDecimal("-0.01"), BILLED));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cost(Count.UNKNOWN, BILLED));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Cost.ofDollars(new BigDecimal("9223372037"), BILLED));
    }

    @ParameterizedTest
    @EnumSource
    void every_basis_has_a_name_to_the_outside(CostBasis basis) {
        assertThat(CostBasis.of(basis.slug())).isEqualTo(basis);
    }

    private static Count nanoDollars(String dollars) {
        return Cost.ofDollars(new BigDecimal(dollars), BILLED).nanoDollars();
    }
}
