package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LargestRemainderTest {

    @Test
    void the_largest_remainders_get_what_rounding_leaves_and_of_equal_ones_the_first() {
        assertThat(LargestRemainder.shares(10, new long[] {10, 10, 10})).containsExactly(4, 3, 3);
        assertThat(LargestRemainder.shares(7, new long[] {1, 2, 7})).containsExactly(1, 1, 5);
    }

    @Test
    void nothing_divides_into_nothing() {
        assertThat(LargestRemainder.shares(0, new long[] {3, 0})).containsExactly(0, 0);
        assertThat(LargestRemainder.shares(0, new long[] {0})).containsExactly(0);
    }

    @Test
    void shares_add_up_and_none_is_larger_than_its_weight() {
        var random = new Random(1);
        for (var round = 0; round < 1_000; round++) {
            var weights =
                    random.longs(1 + random.nextInt(8), 0, 1_000_000_000_000L).toArray();
            var amount = (long) (random.nextDouble() * Arrays.stream(weights).sum());

            var shares = LargestRemainder.shares(amount, weights);

            assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
            for (var i = 0; i < weights.length; i++) {
                assertThat(shares[i]).isBetween(0L, weights[i]);
            }
        }
    }
}
