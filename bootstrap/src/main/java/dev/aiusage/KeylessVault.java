package dev.aiusage;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.integrations.RewrappedKey;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.util.Optional;

/** Of an assembly that was given no encryption keys: all but what needs vendors' keys works. */
final class KeylessVault implements KeyVault {

    @Override
    public SealedKey seal(Secret secret, UserId user, IntegrationId integration) {
        throw missing();
    }

    @Override
    public OpenedKey open(SealedKey key, UserId user, IntegrationId integration) {
        throw missing();
    }

    @Override
    public RewrappedKey rewrap(SealedKey key, UserId user, IntegrationId integration) {
        throw missing();
    }

    @Override
    public Optional<KeyName> nameOf(SealedKey key) {
        throw missing();
    }

    @Override
    public KeyName current() {
        throw missing();
    }

    @Override
    public boolean knows(KeyName name) {
        return false;
    }

    @Override
    public void refresh() {}

    private static IllegalStateException missing() {
        return new IllegalStateException("vendors' keys need encryption keys: call encryptionKeys(…) before build()");
    }
}
