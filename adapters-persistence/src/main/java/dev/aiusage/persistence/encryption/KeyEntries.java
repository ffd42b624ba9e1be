package dev.aiusage.persistence.encryption;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.persistence.encryption.UnusableEncryptionKeys.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Reads keys as operators write them, and says which entry is wrong without showing it. */
final class KeyEntries {

    static final String HOW_TO_MAKE_ONE = "make one with: openssl rand -base64 32";

    private KeyEntries() {}

    static List<NamedKey> parse(String text) {
        var entries = Arrays.stream(text.split("[,\\r\\n]"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        if (entries.isEmpty()) {
            throw new UnusableEncryptionKeys(Fault.NO_KEY, "no key; write name:base64, and " + HOW_TO_MAKE_ONE);
        }
        var keys = new ArrayList<NamedKey>();
        for (var entry : entries) {
            keys.add(unlikeTheOthers(named(entry, "entry " + (keys.size() + 1)), keys));
        }
        return keys;
    }

    static NamedKey unnamed(String base64) {
        if (base64.isBlank()) {
            throw new UnusableEncryptionKeys(Fault.NO_KEY, "no key; " + HOW_TO_MAKE_ONE);
        }
        return new NamedKey(EncryptionKeys.UNNAMED, bytes(base64, "the key"));
    }

    private static NamedKey named(String entry, String place) {
        var colon = entry.indexOf(':');
        if (colon < 0) {
            throw new UnusableEncryptionKeys(Fault.NO_NAME, place + " has no name; write name:base64");
        }
        var name = entry.substring(0, colon).strip();
        if (!KeyName.isName(name)) {
            throw new UnusableEncryptionKeys(
                    Fault.BAD_NAME, "the name in " + place + " is not 1 to 32 of A-Z, a-z, 0-9, _ and -");
        }
        return new NamedKey(new KeyName(name), bytes(entry.substring(colon + 1), "the key in " + place));
    }

    private static SecretBytes bytes(String base64, String place) {
        var bytes = decoded(base64.strip(), place);
        if (bytes.length != Aes256Gcm.KEY_BYTES) {
            throw new UnusableEncryptionKeys(
                    Fault.WRONG_LENGTH, place + " is not 32 bytes long, but " + bytes.length + "; " + HOW_TO_MAKE_ONE);
        }
        try {
            return SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    // Both alphabets, since tools differ. The decoder's own message would show a character of the key.
    private static byte[] decoded(String base64, String place) {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException notBase64) {
            throw new UnusableEncryptionKeys(Fault.NOT_BASE64, place + " is not base64; " + HOW_TO_MAKE_ONE);
        }
    }

    private static NamedKey unlikeTheOthers(NamedKey key, List<NamedKey> others) {
        for (var other : others) {
            var places = "entries " + (others.indexOf(other) + 1) + " and " + (others.size() + 1);
            if (other.name().equals(key.name())) {
                throw new UnusableEncryptionKeys(Fault.SAME_NAME, places + " have the same name");
            }
            // A rotation to the same key would look done and protect nobody.
            if (other.hasBytesOf(key)) {
                throw new UnusableEncryptionKeys(Fault.SAME_KEY, places + " hold the same key under two names");
            }
        }
        return key;
    }
}
