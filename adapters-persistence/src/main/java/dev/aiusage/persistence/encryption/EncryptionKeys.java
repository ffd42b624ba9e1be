package dev.aiusage.persistence.encryption;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import dev.aiusage.application.integrations.KeyName;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The operator's key-encryption keys, in their order: the first encrypts, all decrypt. Only names are ever printed. */
public final class EncryptionKeys {

    /** The name of a key that was given without one, for the time when a second key makes names necessary. */
    public static final KeyName UNNAMED = new KeyName("default");

    private final List<NamedKey> keys;

    EncryptionKeys(List<NamedKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Keys as {@code name:base64}, separated by commas or line ends.
     *
     * @throws UnusableEncryptionKeys with what is wrong and in which entry
     */
    public static EncryptionKeys parse(String text) {
        return new EncryptionKeys(KeyEntries.parse(text));
    }

    /**
     * One key in base64, without a name: it is called {@link #UNNAMED}.
     *
     * @throws UnusableEncryptionKeys if it is not 32 bytes in base64
     */
    public static EncryptionKeys single(String base64) {
        return new EncryptionKeys(List.of(KeyEntries.unnamed(base64)));
    }

    /** One new key that stands nowhere else, for a storage that ends with this process. */
    public static EncryptionKeys random(KeyName name) {
        return new EncryptionKeys(List.of(new NamedKey(name, SecretBytes.randomBytes(Aes256Gcm.KEY_BYTES))));
    }

    public List<KeyName> names() {
        return keys.stream().map(NamedKey::name).toList();
    }

    List<NamedKey> keys() {
        return keys;
    }

    /** The text that {@link #parse} reads, one key a line. */
    String inTheClear() {
        return keys.stream().map(EncryptionKeys::line).collect(Collectors.joining());
    }

    private static String line(NamedKey key) {
        var bytes = key.bytes().toByteArray(InsecureSecretKeyAccess.get());
        return key.name() + ":" + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    @Override
    public String toString() {
        return "EncryptionKeys" + names();
    }
}
