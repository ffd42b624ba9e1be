package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.util.Optional;

/**
 * Seals vendor keys for storage and opens them again. A sealed key belongs to one integration of one user and opens nowhere
 * else. Whatever text is given, opening and rewrapping answer and do not throw. Safe for use by many threads.
 */
public interface KeyVault {

    /**
     * Seals under the current key-encryption key. Twice the same secret gives two different texts.
     *
     * @throws IllegalArgumentException for a text with an unpaired surrogate, which no encoding can keep
     */
    SealedKey seal(Secret secret, UserId user, IntegrationId integration);

    OpenedKey open(SealedKey key, UserId user, IntegrationId integration);

    /**
     * Moves a sealed key under the current key-encryption key. The secret is not decrypted, and its ciphertext stays as it is,
     * so a key whose ciphertext is damaged moves too and stays damaged.
     */
    RewrappedKey rewrap(SealedKey key, UserId user, IntegrationId integration);

    /** The key-encryption key that the text names; empty for a text that no vault has made. */
    Optional<KeyName> nameOf(SealedKey key);

    /** The key-encryption key that new secrets are sealed under. */
    KeyName current();

    /** Whether what is sealed under this name can be opened here. */
    boolean knows(KeyName name);

    /** Takes over keys that were added, put first or dropped while this runs, where their source can change. */
    void refresh();

    /** Whether the key stands under the current key-encryption key, so that the former ones may go. */
    default boolean isCurrent(SealedKey key) {
        return nameOf(key).filter(current()::equals).isPresent();
    }
}
