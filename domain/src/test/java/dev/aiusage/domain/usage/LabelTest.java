package dev.aiusage.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LabelTest {

    private static final String FACE = "\uD83D\uDE00";

    @Test
    void labels_are_ordered_by_code_points_as_the_database_orders() {
        assertThat(Stream.of(FACE, "z", "\uFF5E", "Z", "é", "a", "ab", "")
                        .map(Label::of)
                        .sorted())
                .extracting(Label::text)
                .containsExactly("", "Z", "a", "ab", "z", "é", "\uFF5E", FACE);
    }

    @Test
    void the_order_is_that_of_code_points_for_any_text() {
        Law.holds(random -> {
            var left = random.ints(4, 0, 3).map(LabelTest::codePoint).toArray();
            var right = random.ints(4, 0, 3).map(LabelTest::codePoint).toArray();

            var order = label(left).compareTo(label(right));

            assertThat(Integer.signum(order)).isEqualTo(Integer.signum(Arrays.compare(left, right)));
        });
    }

    @Test
    void a_label_longer_than_200_code_points_is_cut_between_characters() {
        assertThat(Label.of(FACE.repeat(201)).text()).isEqualTo(FACE.repeat(200));
        assertThat(Label.of("x".repeat(200)).text()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("x".repeat(201)));
    }

    @Test
    void what_no_database_can_hold_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Label.of("a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Label.of("a\uD83D"));
        assertThatIllegalArgumentException().isThrownBy(() -> Label.of("\uDE00a"));
    }

    @Test
    void an_empty_text_is_no_label() {
        assertThat(Label.of("")).isEqualTo(Label.NONE);
        assertThat(Label.NONE.isPresent()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breakdown(Dimension.MODEL, Label.NONE, Measures.NONE));
    }

    private static int codePoint(int index) {
        return new int[] {'a', 0xFF5E, 0x1F600}[index];
    }

    private static Label label(int[] codePoints) {
        return Label.of(new String(codePoints, 0, codePoints.length));
    }
}
