package dev.aiusage.domain.usage;

import static dev.aiusage.domain.usage.UsageDays.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class RestOfMeasuresTest {

    @Test
    void what_is_left_keeps_the_basis_of_the_whole() {
        var whole = today().requests(5, RequestBasis.AS_GIVEN).cost("2.5", CostBasis.BILLED);
        var part = today().requests(3).cost("1", CostBasis.LIST_PRICE);

        assertThat(whole.measures().minus(part.measures()))
                .isEqualTo(today().requests(2, RequestBasis.AS_GIVEN)
                        .cost("1.5", CostBasis.BILLED)
                        .measures());
    }

    @Test
    void parts_that_are_more_than_the_whole_leave_0() {
        assertThat(Count.of(2).minus(Count.of(3))).isEqualTo(Count.ZERO);
        assertThat(today().decided(1, 4).measures().minus(today().decided(2, 1).measures()))
                .isEqualTo(today().decided(0, 3).measures());
    }

    @Test
    void an_unknown_part_takes_nothing_and_of_an_unknown_whole_nothing_is_known() {
        assertThat(Count.of(2).minus(Count.UNKNOWN)).isEqualTo(Count.of(2));
        assertThat(Count.UNKNOWN.minus(Count.of(2))).isEqualTo(Count.UNKNOWN);
        assertThat(Count.UNKNOWN.minus(Count.UNKNOWN)).isEqualTo(Count.UNKNOWN);
    }

    @Test
    void kinds_of_tokens_are_kept_apart_where_they_fit() {
        var whole = TokenCount.ofKinds(Count.of(10), Count.of(5), Count.of(100), Count.UNKNOWN);
        var part = TokenCount.ofKinds(Count.of(4), Count.of(5), Count.UNKNOWN, Count.UNKNOWN);

        assertThat(whole.minus(part))
                .isEqualTo(TokenCount.ofKinds(Count.of(6), Count.ZERO, Count.of(100), Count.UNKNOWN));
    }

    @Test
    void of_kinds_of_tokens_that_do_not_fit_the_total_is_left() {
        var whole = TokenCount.ofKinds(Count.of(80), Count.of(20), Count.UNKNOWN, Count.UNKNOWN);

        assertThat(whole.minus(TokenCount.ofTotal(Count.of(60)))).isEqualTo(TokenCount.ofTotal(Count.of(40)));
        assertThat(TokenCount.ofTotal(Count.of(60)).minus(whole)).isEqualTo(TokenCount.ofTotal(Count.ZERO));
    }

    @Test
    void a_part_and_what_it_leaves_make_the_whole_or_the_larger_part() {
        Law.holds(random -> {
            var whole = tokens(random);
            var part = tokens(random);

            var rest = whole.minus(part);

            assertThat(rest.isKnown()).isEqualTo(whole.isKnown());
            assertThat(rest.plus(part).total().orElse(0))
                    .isEqualTo(Math.max(whole.total().orElse(0), part.total().orElse(0)));
        });
    }

    private static TokenCount tokens(Random random) {
        return new TokenCount(count(random), count(random), count(random), count(random), count(random));
    }

    private static Count count(Random random) {
        return random.nextBoolean() ? Count.UNKNOWN : Count.of(random.nextInt(5));
    }

    private static UsageDays today() {
        return day("2026-11-24");
    }
}
