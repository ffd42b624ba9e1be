package dev.aiusage.application.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "2026-11", "KEY_1", "abcdefghijklmnopqrstuvwxyz012345"})
    void letters_digits_underscores_and_hyphens_make_a_name(String text) {
        assertThat(new KeyName(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "a:b", "ключ", "a\n", "abcdefghijklmnopqrstuvwxyz0123456"})
    void anything_else_is_refused_without_being_shown(String text) {
        assertThat(KeyName.isName(text)).isFalse();
        assertThatThrownBy(() -> new KeyName(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the name of a key: 1 to 32 of A-Z, a-z, 0-9, _ and -");
    }
}
