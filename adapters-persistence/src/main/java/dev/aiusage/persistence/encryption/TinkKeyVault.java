package dev.aiusage.persistence.encryption;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.integrations.RewrappedKey;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.integrations.UnreadableKey;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Envelope encryption of vendor keys under the operator's keys. */
public final class TinkKeyVault implements KeyVault {

    private final KeyRings rings;

    private TinkKeyVault(KeyRings rings) {
        this.rings = rings;
    }

    /** Over keys that stay as they are until the end of this process. */
    public static TinkKeyVault with(EncryptionKeys keys) {
        return new TinkKeyVault(KeyRings.fixed(keys));
    }

    /**
     * Over the keys of a file, which may change while this runs: it is read again when a row names a key that is not known.
     *
     * @param warnings is told in one line, without any key, when the file can't be used later on; the former keys stay then
     * @throws UnusableEncryptionKeys if the file can't be read or used now
     */
    public static TinkKeyVault following(Path file, Clock clock, Consumer<String> warnings) {
        return new TinkKeyVault(new EncryptionKeysFile(file, clock, warnings));
    }

    @Override
    public SealedKey seal(Secret secret, UserId user, IntegrationId integration) {
        var owner = new KeyOwner(user, integration);
        var wrapping = rings.ring().first();
        var dataKey = DataKey.generate();
        try {
            return new SealedText(wrapping.name(), wrapping.wrap(dataKey, owner), dataKey.encrypt(secret, owner))
                    .asKey();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("can't encrypt", impossible);
        }
    }

    @Override
    public OpenedKey open(SealedKey key, UserId user, IntegrationId integration) {
        var text = SealedText.parse(key);
        if (text.isEmpty()) {
            return new OpenedKey.Unreadable(UnreadableKey.NOT_SEALED);
        }
        var wrapping = find(text.get().name());
        if (wrapping.isEmpty()) {
            return new OpenedKey.Unreadable(UnreadableKey.UNKNOWN_KEY);
        }
        var owner = new KeyOwner(user, integration);
        try {
            var dataKey = wrapping.get().unwrap(text.get().wrapped(), owner);
            return new OpenedKey.Opened(dataKey.decrypt(text.get().ciphertext(), owner));
        } catch (GeneralSecurityException damaged) {
            return new OpenedKey.Unreadable(UnreadableKey.DAMAGED);
        }
    }

    @Override
    public RewrappedKey rewrap(SealedKey key, UserId user, IntegrationId integration) {
        var text = SealedText.parse(key);
        if (text.isEmpty()) {
            return new RewrappedKey.Unreadable(UnreadableKey.NOT_SEALED);
        }
        var former = find(text.get().name());
        if (former.isEmpty()) {
            return new RewrappedKey.Unreadable(UnreadableKey.UNKNOWN_KEY);
        }
        var next = rings.ring().first();
        if (next.name().equals(text.get().name())) {
            return new RewrappedKey.AlreadyCurrent();
        }
        var owner = new KeyOwner(user, integration);
        try {
            var dataKey = former.get().unwrap(text.get().wrapped(), owner);
            return new RewrappedKey.Rewrapped(text.get()
                    .wrappedAnew(next.name(), next.wrap(dataKey, owner))
                    .asKey());
        } catch (GeneralSecurityException damaged) {
            return new RewrappedKey.Unreadable(UnreadableKey.DAMAGED);
        }
    }

    @Override
    public Optional<KeyName> nameOf(SealedKey key) {
        return SealedText.parse(key).map(SealedText::name);
    }

    @Override
    public KeyName current() {
        return rings.ring().first().name();
    }

    @Override
    public boolean knows(KeyName name) {
        return find(name).isPresent();
    }

    @Override
    public void refresh() {
        rings.refresh();
    }

    private Optional<KeyEncryptionKey> find(KeyName name) {
        return rings.ringFor(name).find(name);
    }
}
