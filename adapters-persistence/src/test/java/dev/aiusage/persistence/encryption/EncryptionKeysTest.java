package dev.aiusage.persistence.encryption;

import static dev.aiusage.persistence.encryption.Keys.base64;
import static dev.aiusage.persistence.encryption.Keys.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.persistence.encryption.UnusableEncryptionKeys.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EncryptionKeysTest {

    @Test
    void commas_and_line_ends_separate_keys() {
        var text = " " + entry("a") + " ,\r\n" + entry("b") + "\n\n" + entry("c") + ",\n";

        assertThat(EncryptionKeys.parse(text).names())
                .containsExactly(new KeyName("a"), new KeyName("b"), new KeyName("c"));
    }

    @Test
    void both_alphabets_are_read_with_and_without_padding() {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0xfb);
        var standard = Base64.getEncoder().encodeToString(bytes);
        var url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(standard).contains("+", "/", "=");
        assertThat(EncryptionKeys.single(url).inTheClear())
                .isEqualTo(EncryptionKeys.single(standard + "\n").inTheClear());
    }

    @Test
    void a_single_key_is_called_default() {
        assertThat(EncryptionKeys.single(base64("a")).names()).containsExactly(new KeyName("default"));
    }

    @Test
    void a_random_key_is_another_one_each_time() {
        var name = new KeyName("a");

        assertThat(EncryptionKeys.random(name).inTheClear())
                .isNotEqualTo(EncryptionKeys.random(name).inTheClear());
    }

    @Test
    void keys_written_down_are_read_again() {
        var keys = EncryptionKeys.parse(entry("a") + "," + entry("b"));

        assertThat(EncryptionKeys.parse(keys.inTheClear()).inTheClear())
                .isEqualTo(entry("a") + "\n" + entry("b") + "\n");
    }

    static Stream<Arguments> unusable() {
        var short31 = Base64.getEncoder().encodeToString(new byte[31]);
        var long33 = Base64.getEncoder().encodeToString(new byte[33]);
        return Stream.of(
                Arguments.of("", Fault.NO_KEY, "no key; write name:base64, and "),
                Arguments.of(" \n , \r\n", Fault.NO_KEY, "no key; write name:base64, and "),
                Arguments.of(base64("a"), Fault.NO_NAME, "entry 1 has no name; write name:base64"),
                Arguments.of(base64("a") + ":a", Fault.BAD_NAME, "the name in entry 1 is not 1 to 32 of"),
                Arguments.of(":" + base64("a"), Fault.BAD_NAME, "the name in entry 1 is not 1 to 32 of"),
                Arguments.of(entry("a") + "," + entry("b.c"), Fault.BAD_NAME, "the name in entry 2 is not 1 to 32 of"),
                Arguments.of("a:!" + base64("a").substring(1), Fault.NOT_BASE64, "the key in entry 1 is not base64; "),
                Arguments.of("a:" + entry("b"), Fault.NOT_BASE64, "the key in entry 1 is not base64; "),
                Arguments.of("a:", Fault.WRONG_LENGTH, "the key in entry 1 is not 32 bytes long, but 0; "),
                Arguments.of("a:" + short31, Fault.WRONG_LENGTH, "the key in entry 1 is not 32 bytes long, but 31; "),
                Arguments.of("a:" + long33, Fault.WRONG_LENGTH, "the key in entry 1 is not 32 bytes long, but 33; "),
                Arguments.of(
                        entry("a") + "," + entry("b") + ",a:" + base64("c"),
                        Fault.SAME_NAME,
                        "entries 1 and 3 have the same name"),
                Arguments.of(
                        entry("a") + "\nb:" + base64("a"),
                        Fault.SAME_KEY,
                        "entries 1 and 2 hold the same key under two names"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void what_is_wrong_is_said_without_showing_what_stands_there(String text, Fault fault, String message) {
        var failure = catchThrowableOfType(UnusableEncryptionKeys.class, () -> EncryptionKeys.parse(text));

        assertThat(failure.fault()).isEqualTo(fault);
        assertThat(failure).hasMessageStartingWith(message).hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("\n");
        for (var part : text.split("[,:\\s]+", -1)) {
            if (part.length() > 3) {
                assertThat(printed(failure))
                        .doesNotContain(part, part.substring(0, 4), part.substring(part.length() - 4));
            }
        }
    }

    @Test
    void a_single_key_fails_as_clearly() {
        assertThatThrownBy(() -> EncryptionKeys.single(" "))
                .hasMessage("no key; make one with: openssl rand -base64 32");
        assertThatThrownBy(() -> EncryptionKeys.single(entry("a"))).hasMessageStartingWith("the key is not base64; ");
        assertThatThrownBy(() -> EncryptionKeys.single("c2hvcnQ="))
                .hasMessageStartingWith("the key is not 32 bytes long, but 5; ");
    }

    @Test
    void only_names_are_printed() {
        var keys = EncryptionKeys.parse(entry("a") + "," + entry("b"));

        assertThat(keys).hasToString("EncryptionKeys[a, b]");
        assertThat(keys.keys().toString()).isEqualTo("[a:…, b:…]");
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
