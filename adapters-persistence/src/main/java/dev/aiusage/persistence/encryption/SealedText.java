package dev.aiusage.persistence.encryption;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.SealedKey;
import java.util.Base64;
import java.util.Optional;

/** The parts of a sealed key: {@code v1.<key name>.<wrapped data key>.<ciphertext>}, the last two in base64url. */
final class SealedText {

    private static final String VERSION = "v1";

    private final KeyName name;
    private final byte[] wrapped;
    private final byte[] ciphertext;

    SealedText(KeyName name, byte[] wrapped, byte[] ciphertext) {
        this.name = name;
        this.wrapped = wrapped;
        this.ciphertext = ciphertext;
    }

    static Optional<SealedText> parse(SealedKey key) {
        var parts = key.text().split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION) || !KeyName.isName(parts[1])) {
            return Optional.empty();
        }
        return decode(parts[2])
                .flatMap(wrapped ->
                        decode(parts[3]).map(ciphertext -> new SealedText(new KeyName(parts[1]), wrapped, ciphertext)));
    }

    KeyName name() {
        return name;
    }

    byte[] wrapped() {
        return wrapped;
    }

    byte[] ciphertext() {
        return ciphertext;
    }

    SealedText wrappedAnew(KeyName newName, byte[] newWrapped) {
        return new SealedText(newName, newWrapped, ciphertext);
    }

    SealedKey asKey() {
        return new SealedKey(String.join(".", VERSION, name.text(), encode(wrapped), encode(ciphertext)));
    }

    // Several texts decode to the same bytes (spare bits of the last character, padding): only the one we write is
    // taken,
    // so that no change goes unseen.
    private static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
