package dev.aiusage.persistence.encryption;

import static dev.aiusage.persistence.encryption.Keys.ANNA;
import static dev.aiusage.persistence.encryption.Keys.CURSOR;
import static dev.aiusage.persistence.encryption.Keys.SECRET;
import static dev.aiusage.persistence.encryption.Keys.entry;
import static dev.aiusage.persistence.encryption.Keys.unreadable;
import static dev.aiusage.persistence.encryption.Keys.vault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.integrations.RewrappedKey;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.integrations.UnreadableKey;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a row, the vault answers; it never throws and never opens what it has not sealed. */
final class DamagedKeyTest {

    private static final String BASE64_URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final TinkKeyVault vault = vault(entry("new"), entry("old"));
    private final String sealed = vault.seal(SECRET, ANNA, CURSOR).text();

    @Test
    void every_flipped_bit_of_the_text_is_noticed() {
        for (var index = 0; index < sealed.length(); index++) {
            for (var bit = 0; bit < Character.SIZE; bit++) {
                var text = new StringBuilder(sealed);
                text.setCharAt(index, (char) (text.charAt(index) ^ (1 << bit)));
                staysShut(text.toString());
            }
        }
    }

    @Test
    void every_flipped_bit_of_the_bytes_is_damage() {
        var parts = sealed.split("\\.", -1);
        for (var part = 2; part < 4; part++) {
            var bytes = Base64.getUrlDecoder().decode(parts[part]);
            for (var bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
                var changed = bytes.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                var text = sealed.replace(
                        parts[part], Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
                assertThat(vault.open(new SealedKey(text), ANNA, CURSOR)).isEqualTo(unreadable(UnreadableKey.DAMAGED));
            }
        }
    }

    @Test
    void another_spelling_of_the_same_bytes_is_noticed() {
        var last = BASE64_URL.indexOf(sealed.charAt(sealed.length() - 1));
        var wrapped = sealed.split("\\.", -1)[2];

        for (var letter = 0; letter < BASE64_URL.length(); letter++) {
            if (letter != last) {
                staysShut(sealed.substring(0, sealed.length() - 1) + BASE64_URL.charAt(letter));
            }
        }
        staysShut(sealed + "=");
        staysShut(sealed + "==");
        staysShut(sealed.replace(wrapped, wrapped + "="));
    }

    @Test
    void every_truncation_and_every_addition_is_noticed() {
        for (var length = 0; length < sealed.length(); length++) {
            staysShut(sealed.substring(0, length));
            staysShut(sealed.substring(sealed.length() - length));
            staysShut(sealed.substring(0, length) + "A" + sealed.substring(length));
        }
        staysShut(sealed + ".");
        staysShut(sealed + sealed);
        staysShut(" " + sealed);
        staysShut(sealed + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "...",
                "v1...",
                "v1.new..",
                "v2.new.AAAA.AAAA",
                "v1.n w.AAAA.AAAA",
                "sk-vendor",
                "{}",
                "\0"
            })
    void a_text_of_another_form_is_none_of_ours(String text) {
        assertThat(vault.open(new SealedKey(text), ANNA, CURSOR)).isInstanceOf(OpenedKey.Unreadable.class);
        assertThat(vault.rewrap(new SealedKey(text), ANNA, CURSOR)).isInstanceOf(RewrappedKey.class);
    }

    @Test
    void the_reason_tells_foreign_text_and_damage_apart() {
        var foreign = new SealedKey("0123456789abcdef:fedcba9876543210");

        assertThat(vault.open(foreign, ANNA, CURSOR)).isEqualTo(unreadable(UnreadableKey.NOT_SEALED));
        assertThat(vault.nameOf(foreign)).isEmpty();
        assertThat(vault.isCurrent(foreign)).isFalse();
        assertThat(UnreadableKey.values())
                .extracting(UnreadableKey::code)
                .containsExactly("not_sealed", "unknown_key", "damaged");
    }

    @Test
    void random_texts_never_open_and_never_throw() {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++) {
            staysShut(round % 2 == 0 ? anyText(random) : almostSealed(random));
        }
    }

    private void staysShut(String text) {
        var key = new SealedKey(text);
        if (!(vault.open(key, ANNA, CURSOR) instanceof OpenedKey.Unreadable)) {
            throw new AssertionError("opened: " + text);
        }
        vault.rewrap(key, ANNA, CURSOR);
        vault.nameOf(key);
        vault.isCurrent(key);
    }

    private static String anyText(Random random) {
        return random.ints(random.nextInt(120), 0, Character.MAX_VALUE + 1)
                .collect(StringBuilder::new, (text, unit) -> text.append((char) unit), StringBuilder::append)
                .toString();
    }

    private String almostSealed(Random random) {
        var names = new String[] {"new", "old", "lost", "", "a b"};
        return "v1." + names[random.nextInt(names.length)] + "." + letters(random) + "." + letters(random);
    }

    private static String letters(Random random) {
        return random.ints(random.nextInt(100), 0, BASE64_URL.length())
                .collect(
                        StringBuilder::new,
                        (text, index) -> text.append(BASE64_URL.charAt(index)),
                        StringBuilder::append)
                .toString();
    }
}
