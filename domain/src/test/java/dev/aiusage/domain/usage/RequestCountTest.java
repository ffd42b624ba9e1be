package dev.aiusage.domain.usage;

import static dev.aiusage.domain.usage.RequestBasis.MIXED;
import static dev.aiusage.domain.usage.RequestBasis.PROMPTS_AND_ACCEPTANCES;
import static dev.aiusage.domain.usage.RequestBasis.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RequestCountTest {

    @Test
    void counts_of_the_same_basis_keep_it() {
        assertThat(RequestCount.of(2, REQUESTS).plus(RequestCount.of(3, REQUESTS)))
                .isEqualTo(RequestCount.of(5, REQUESTS));
    }

    @Test
    void counts_of_different_bases_are_mixed_and_stay_so() {
        var mixed = RequestCount.of(2, REQUESTS).plus(RequestCount.of(3, PROMPTS_AND_ACCEPTANCES));

        assertThat(mixed).isEqualTo(RequestCount.of(5, MIXED));
        assertThat(mixed.plus(RequestCount.of(1, REQUESTS)).basis()).isEqualTo(MIXED);
        assertThat(RequestCount.of(1, REQUESTS).plus(mixed).basis()).isEqualTo(MIXED);
    }

    @Test
    void an_unknown_count_changes_no_basis() {
        var known = RequestCount.of(2, REQUESTS);

        assertThat(known.plus(RequestCount.UNKNOWN)).isEqualTo(known);
        assertThat(RequestCount.UNKNOWN.plus(known)).isEqualTo(known);
    }

    @Test
    void a_basis_is_known_just_when_the_count_is() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestCount(Count.UNKNOWN, REQUESTS));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestCount(Count.ZERO, RequestBasis.UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource
    void every_basis_has_a_name_to_the_outside(RequestBasis basis) {
        assertThat(RequestBasis.of(basis.slug())).isEqualTo(basis);
    }
}
