package dev.aiusage.persistence.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import dev.aiusage.domain.integration.Secret;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** The key that encrypts one secret and nothing else. */
final class DataKey {

    private final SecretBytes key;

    private DataKey(SecretBytes key) {
        this.key = key;
    }

    static DataKey generate() {
        return new DataKey(SecretBytes.randomBytes(Aes256Gcm.KEY_BYTES));
    }

    static DataKey unwrap(byte[] wrapped, Aead by, byte[] associated) throws GeneralSecurityException {
        var raw = by.decrypt(wrapped, associated);
        try {
            return new DataKey(SecretBytes.copyFrom(raw, InsecureSecretKeyAccess.get()));
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    byte[] wrap(Aead by, byte[] associated) throws GeneralSecurityException {
        var raw = key.toByteArray(InsecureSecretKeyAccess.get());
        try {
            return by.encrypt(raw, associated);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    byte[] encrypt(Secret secret, KeyOwner owner) throws GeneralSecurityException {
        return Aes256Gcm.with(key).encrypt(utf8(secret), owner.ofSecret());
    }

    Secret decrypt(byte[] ciphertext, KeyOwner owner) throws GeneralSecurityException {
        return new Secret(
                new String(Aes256Gcm.with(key).decrypt(ciphertext, owner.ofSecret()), StandardCharsets.UTF_8));
    }

    private static byte[] utf8(Secret secret) {
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(secret.reveal()));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException unpaired) {
            throw new IllegalArgumentException("a secret can't hold half a character", unpaired);
        }
    }
}
