package dev.aiusage.application.screenshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.RequestRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureTest {

    private static final List<Map.Entry<BiFunction<Integer, Integer, byte[]>, PictureKind>> KINDS = List.of(
            Map.entry(Pictures::png, PictureKind.PNG),
            Map.entry(Pictures::jpeg, PictureKind.JPEG),
            Map.entry(Pictures::lossyWebp, PictureKind.WEBP),
            Map.entry(Pictures::losslessWebp, PictureKind.WEBP),
            Map.entry(Pictures::extendedWebp, PictureKind.WEBP));

    @Test
    void every_kind_is_told_by_its_bytes_up_to_the_largest() throws IOException {
        for (var kind : KINDS) {
            for (var bytes :
                    new byte[][] {kind.getKey().apply(1, 1), kind.getKey().apply(8_000, 8_000)}) {
                var picture = Picture.of(bytes);

                assertThat(picture.kind()).isEqualTo(kind.getValue());
                assertThat(picture.length()).isEqualTo(bytes.length);
                assertThat(picture.open().readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void one_pixel_too_many_in_either_direction_is_refused_with_the_size() {
        for (var kind : KINDS) {
            assertThatThrownBy(() -> Picture.of(kind.getKey().apply(8_001, 7)))
                    .isInstanceOf(RequestRejected.InvalidField.class)
                    .hasMessage("has 8001 × 7 pixels; at most 8000 × 8000 can be read");
            assertThatThrownBy(() -> Picture.of(kind.getKey().apply(7, 8_001)))
                    .hasMessageContaining("has 7 × 8001 pixels");
        }
    }

    @Test
    void a_png_that_claims_to_be_endless_is_refused() {
        assertThatThrownBy(() -> Picture.of(Pictures.png(-1, -1))).hasMessageContaining("4294967295 × 4294967295");
        assertThatThrownBy(() -> Picture.of(Pictures.png(0, 5))).hasMessageContaining("broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a", "%PDF-1.7", "<svg/>", "BM", "RIFF....WAVE", "x"})
    void what_is_no_picture_of_a_known_kind_is_refused(String beginning) {
        assertThatThrownBy(() -> Picture.of(beginning.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(RequestRejected.UnsupportedType.class);
    }

    @Test
    void no_bytes_and_too_many_are_refused() {
        assertThatThrownBy(() -> Picture.of(new byte[0])).isInstanceOf(RequestRejected.InvalidField.class);
        assertThatThrownBy(() -> Picture.of(Arrays.copyOf(Pictures.png(1, 1), Picture.MAX_BYTES + 1)))
                .isInstanceOf(RequestRejected.TooLarge.class);
        assertThat(Picture.of(Arrays.copyOf(Pictures.png(1, 1), Picture.MAX_BYTES))
                        .length())
                .isEqualTo(Picture.MAX_BYTES);
    }

    @Test
    void a_picture_that_breaks_off_or_holds_rubbish_is_refused_and_nothing_worse() {
        var random = new Random(7);
        for (var kind : KINDS) {
            var whole = kind.getKey().apply(300, 200);
            for (var length = 0; length < whole.length; length++) {
                takenOrRefused(Arrays.copyOf(whole, length));
            }
            for (var round = 0; round < 2_000; round++) {
                var mutated = whole.clone();
                for (var change = 0; change < 4; change++) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
                }
                takenOrRefused(mutated);
            }
        }
    }

    private static void takenOrRefused(byte[] bytes) {
        try {
            assertThat(Picture.of(bytes).length()).isEqualTo(bytes.length);
        } catch (RequestRejected refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }
}
