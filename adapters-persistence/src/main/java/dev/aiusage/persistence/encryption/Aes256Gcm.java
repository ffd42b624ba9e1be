package dev.aiusage.persistence.encryption;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** AES-256-GCM with a key of 32 bytes. Without Tink's key number in front: the key's name in our text decides. */
final class Aes256Gcm {

    static final int KEY_BYTES = 32;

    private Aes256Gcm() {}

    // Tink asks whoever handles raw keys to say so: operators bring raw keys, and data keys are wrapped raw.
    @AccessesPartialKey
    static Aead with(SecretBytes key) throws GeneralSecurityException {
        return AesGcmJce.create(
                AesGcmKey.builder().setParameters(parameters()).setKeyBytes(key).build());
    }

    private static AesGcmParameters parameters() throws GeneralSecurityException {
        return AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
    }
}
