package dev.aiusage.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aiusage.domain.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceNameTest {

    @Test
    void the_same_name_is_the_same_machine_of_a_user_and_another_one_of_another_user() {
        var other = new UserId(new UUID(1, 1));

        assertThat(new DeviceName("laptop").idOf(UserId.LOCAL)).isEqualTo(new DeviceName("laptop").idOf(UserId.LOCAL));
        assertThat(new DeviceName("laptop").idOf(UserId.LOCAL)).isNotEqualTo(new DeviceName("laptop").idOf(other));
        assertThat(new DeviceName("laptop").idOf(UserId.LOCAL))
                .isNotEqualTo(new DeviceName("Laptop").idOf(UserId.LOCAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {" blank", "a\tb", "a\u0000", "\u0007bell", "\uDC00", "a\u2028b", "\u202Eabc", "a\u0085b"})
    void what_can_not_be_shown_is_no_name(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceName(text));
    }

    @Test
    void a_name_has_at_most_200_code_points() {
        assertThat(new DeviceName("😀".repeat(200)).text()).hasSize(400);
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceName("a".repeat(201)));
    }

    @Test
    void of_any_text_there_is_a_legible_name() {
        assertThat(DeviceName.legible(" my\nmac\0 ").text()).isEqualTo("my\uFFFDmac\uFFFD");
        assertThat(DeviceName.legible("x".repeat(300)).text()).hasSize(200);
        assertThat(DeviceName.legible("x".repeat(199) + "  y").text()).isEqualTo("x".repeat(199));
        assertThat(DeviceName.legible("  ").isPresent()).isFalse();
    }
}
