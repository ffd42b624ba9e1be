package dev.aiusage.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "999|999",
                "9999|9,999",
                "10000|10.0K",
                "12345|12.3K",
                "99999|100K",
                "123456|123K",
                "999499|999K",
                "999500|1.00M",
                "1234567|1.23M",
                "4560000000|4.56B",
                "9223372036854775807|9.22Qi"
            })
    void counts_are_exact_while_they_are_short_and_have_three_digits_then(long count, String figure) {
        assertThat(Figure.of(Count.of(count))).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|$0.00", "0.004|<$0.01", "0.01|$0.01", "1234.565|$1,234.57", "3|$3.00"})
    void cost_is_in_dollars_and_a_little_is_not_nothing(BigDecimal dollars, String figure) {
        assertThat(Figure.of(Cost.ofDollars(dollars, CostBasis.LIST_PRICE))).isEqualTo(figure);
    }

    @Test
    void what_is_not_known_is_not_zero() {
        assertThat(Figure.of(Count.UNKNOWN)).isEqualTo("–");
        assertThat(Figure.of(Cost.UNKNOWN)).isEqualTo("–");
    }
}
