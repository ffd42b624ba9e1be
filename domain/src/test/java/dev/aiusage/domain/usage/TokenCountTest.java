package dev.aiusage.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenCountTest {

    @Test
    void the_total_is_the_sum_of_all_kinds() {
        var tokens = TokenCount.ofKinds(Count.of(1), Count.of(20), Count.of(300), Count.of(4000));

        assertThat(tokens.total()).isEqualTo(Count.of(4321));
    }

    @Test
    void a_kind_that_a_source_never_sends_stays_unknown() {
        var tokens = TokenCount.ofKinds(Count.of(5), Count.of(2), Count.UNKNOWN, Count.UNKNOWN);

        var twice = tokens.plus(tokens);

        assertThat(twice.cacheRead()).isEqualTo(Count.UNKNOWN);
        assertThat(twice.total()).isEqualTo(Count.of(14));
    }

    @Test
    void a_total_without_kinds_adds_up_beside_kinds() {
        var sum = TokenCount.ofTotal(Count.of(100))
                .plus(TokenCount.ofKinds(Count.of(5), Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN));

        assertThat(sum.total()).isEqualTo(Count.of(105));
        assertThat(sum.input()).isEqualTo(Count.of(5));
        assertThat(sum.unsplit()).isEqualTo(Count.of(100));
    }

    @Test
    void no_tokens_told_is_unknown_and_no_tokens_used_is_zero() {
        assertThat(TokenCount.UNKNOWN.isKnown()).isFalse();
        assertThat(TokenCount.ofTotal(Count.ZERO).isKnown()).isTrue();
        assertThat(TokenCount.ofTotal(Count.UNKNOWN)).isEqualTo(TokenCount.UNKNOWN);
    }

    @Test
    void adding_is_commutative_and_associative() {
        Law.holds(random -> {
            var a = any(random);
            var b = any(random);
            var c = any(random);

            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b).total()).isEqualTo(a.total().plus(b.total()));
        });
    }

    private static TokenCount any(Random random) {
        return new TokenCount(anyCount(random), anyCount(random), anyCount(random), anyCount(random), anyCount(random));
    }

    private static Count anyCount(Random random) {
        return random.nextInt(3) == 0 ? Count.UNKNOWN : Count.of(random.nextInt(3));
    }
}
