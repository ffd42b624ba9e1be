package dev.aiusage.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptionChoiceTest {

    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String LOGIN = "a secret of more than thirty-two bytes";

    @Test
    void alone_on_a_machine_a_key_is_made_in_the_home() {
        assertThat(choice(Map.of())).isInstanceOf(EncryptionChoice.InHome.class);
        assertThat(choice(Map.of("DATABASE_URL", "postgresql://a:b@c/d"))).isInstanceOf(EncryptionChoice.InHome.class);
    }

    @Test
    void what_is_kept_in_memory_needs_no_key_that_lasts() {
        assertThat(choice(Map.of("STORAGE", "memory"))).isInstanceOf(EncryptionChoice.Passing.class);
        assertThat(choice(Map.of("USE_MOCK_DATA", "true"))).isInstanceOf(EncryptionChoice.Passing.class);
    }

    @Test
    void who_serves_others_must_set_one() {
        assertThat(choice(Map.of("AUTH_JWT_SECRET", LOGIN))).isInstanceOf(EncryptionChoice.Missing.class);
        assertThat(choice(Map.of("AUTH_JWT_SECRET", LOGIN, "STORAGE", "memory")))
                .isInstanceOf(EncryptionChoice.Missing.class);
        assertThat(EncryptionChoice.missing())
                .hasMessageStartingWith("ENCRYPTION_KEYS is missing")
                .hasMessageContaining("openssl rand -base64 32")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void keys_are_taken_by_name_one_key_without_and_a_file_as_it_is() {
        assertThat(choice(Map.of("ENCRYPTION_KEYS", "new:" + KEY)))
                .isInstanceOfSatisfying(
                        EncryptionChoice.Given.class,
                        given -> assertThat(given.keys().names()).containsExactly(new KeyName("new")));
        assertThat(choice(Map.of("ENCRYPTION_KEY", KEY, "AUTH_JWT_SECRET", LOGIN)))
                .isInstanceOfSatisfying(
                        EncryptionChoice.Given.class,
                        given -> assertThat(given.keys().names()).containsExactly(EncryptionKeys.UNNAMED));
        assertThat(choice(Map.of("ENCRYPTION_KEYS_FILE", "/run/keys")))
                .isEqualTo(new EncryptionChoice.InFile(Path.of("/run/keys")));
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTION_KEYS, ENCRYPTION_KEY",
        "ENCRYPTION_KEYS, ENCRYPTION_KEYS_FILE",
        "ENCRYPTION_KEY, ENCRYPTION_KEYS_FILE"
    })
    void one_setting_holds_all_keys(String one, String other) {
        assertThatThrownBy(() -> choice(Map.of(one, "new:" + KEY, other, KEY)))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(one)
                .hasMessageContaining(other)
                .message()
                .doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTION_KEY, c2hvcnQ=, is not 32 bytes long",
        "ENCRYPTION_KEY, secret!, is not base64",
        "ENCRYPTION_KEYS, c2hvcnQ=, has no name",
        "ENCRYPTION_KEYS, 'a:c2hvcnQ=', is not 32 bytes long"
    })
    void what_is_no_key_is_refused_by_the_settings_name_and_not_repeated(String setting, String text, String why) {
        assertThatThrownBy(() -> choice(Map.of(setting, text)))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith(setting + ": ")
                .hasMessageContaining(why)
                .message()
                .doesNotContain("c2hvcnQ", "secret!");
    }

    @Test
    void settings_never_print_a_key() {
        var settings =
                Settings.of(new SettingTexts(Map.of("ENCRYPTION_KEYS", "new:" + KEY), Map.of()), Path.of("/home"));

        assertThat(settings.toString()).doesNotContain(KEY);
    }

    private static EncryptionChoice choice(Map<String, String> environment) {
        return Settings.of(new SettingTexts(new HashMap<>(environment), Map.of()), Path.of("/home/anna"))
                .encryption();
    }
}
