package dev.aiusage.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CountTest {

    @Test
    void unknown_is_not_zero() {
        assertThat(Count.UNKNOWN).isNotEqualTo(Count.ZERO);
        assertThat(Count.UNKNOWN.isKnown()).isFalse();
        assertThat(Count.UNKNOWN.orNull()).isNull();
        assertThat(Count.UNKNOWN.toOptional()).isEmpty();
        assertThat(Count.ZERO.isKnown()).isTrue();
        assertThat(Count.ZERO.orNull()).isZero();
        assertThat(Count.ofNullable(null)).isEqualTo(Count.UNKNOWN);
        assertThat(Count.ofNullable(7L)).isEqualTo(Count.of(7));
    }

    @Test
    void a_sum_passes_over_what_is_unknown() {
        assertThat(Count.of(3).plus(Count.UNKNOWN)).isEqualTo(Count.of(3));
        assertThat(Count.UNKNOWN.plus(Count.of(3))).isEqualTo(Count.of(3));
        assertThat(Count.UNKNOWN.plus(Count.ZERO)).isEqualTo(Count.ZERO);
    }

    @Test
    void a_sum_of_nothing_but_unknowns_is_unknown() {
        assertThat(Count.UNKNOWN.plus(Count.UNKNOWN)).isEqualTo(Count.UNKNOWN);
    }

    @Test
    void a_count_is_never_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Count.of(-1)).withMessageContaining("-1");
    }

    @Test
    void too_large_a_sum_is_an_error_and_never_a_wrong_number() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Count.of(Long.MAX_VALUE).plus(Count.ONE));
    }

    @Test
    void adding_is_commutative_and_associative() {
        Law.holds(random -> {
            var a = any(random);
            var b = any(random);
            var c = any(random);

            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        });
    }

    private static Count any(Random random) {
        return random.nextInt(3) == 0 ? Count.UNKNOWN : Count.of(random.nextInt(5));
    }
}
