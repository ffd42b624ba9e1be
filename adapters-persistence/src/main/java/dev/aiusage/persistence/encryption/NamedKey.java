package dev.aiusage.persistence.encryption;

import com.google.crypto.tink.util.SecretBytes;
import dev.aiusage.application.integrations.KeyName;

/** A key-encryption key as it was given. */
record NamedKey(KeyName name, SecretBytes bytes) {

    boolean hasBytesOf(NamedKey other) {
        return bytes.equalsSecretBytes(other.bytes);
    }

    @Override
    public String toString() {
        return name + ":…";
    }
}
