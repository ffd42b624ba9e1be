package dev.aiusage.persistence.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.util.SecretBytes;
import dev.aiusage.application.integrations.KeyName;
import java.security.GeneralSecurityException;

/** One of the operator's keys, ready to wrap data keys. */
final class KeyEncryptionKey {

    private final KeyName name;
    private final Aead aead;

    KeyEncryptionKey(KeyName name, SecretBytes bytes) {
        this.name = name;
        try {
            this.aead = Aes256Gcm.with(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not available", impossible);
        }
    }

    KeyName name() {
        return name;
    }

    byte[] wrap(DataKey key, KeyOwner owner) throws GeneralSecurityException {
        return key.wrap(aead, owner.ofDataKey(name));
    }

    DataKey unwrap(byte[] wrapped, KeyOwner owner) throws GeneralSecurityException {
        return DataKey.unwrap(wrapped, aead, owner.ofDataKey(name));
    }
}
