package dev.aiusage.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aiusage.domain.usage.PriceTerms.Modifier;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PriceTermsTest {

    @Test
    void modifiers_survive_being_kept_as_bits() {
        for (var bits = 0; bits < 1 << Modifier.values().length; bits++) {
            var modifiers = PriceTerms.modifiersOf(bits);

            assertThat(new PriceTerms(Count.UNKNOWN, Count.UNKNOWN, modifiers).modifierBits())
                    .isEqualTo(bits);
        }
        assertThat(PriceTerms.modifiersOf(5)).isEqualTo(Set.of(Modifier.FAST, Modifier.BATCH));
    }

    @ParameterizedTest
    @EnumSource
    void parts_of_events_survive_being_kept_as_bits(EventPart part) {
        assertThat(EventPart.ofBits(part.bits())).isEqualTo(part);
    }

    @Test
    void bits_of_no_part_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventPart.ofBits(0));
        assertThatIllegalArgumentException().isThrownBy(() -> EventPart.ofBits(4));
    }
}
