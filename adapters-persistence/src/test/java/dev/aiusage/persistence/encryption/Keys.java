package dev.aiusage.persistence.encryption;

import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.integrations.RewrappedKey;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.integrations.UnreadableKey;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.util.Base64;
import java.util.UUID;

/** Keys and rows for these tests, and what is expected of an answer. */
final class Keys {

    static final UserId ANNA = new UserId(UUID.fromString("11111111-1111-4111-8111-111111111111"));
    static final UserId BEN = new UserId(UUID.fromString("22222222-2222-4222-8222-222222222222"));
    static final IntegrationId CURSOR = new IntegrationId(UUID.fromString("33333333-3333-4333-8333-333333333333"));
    static final IntegrationId COPILOT = new IntegrationId(UUID.fromString("44444444-4444-4444-8444-444444444444"));
    static final Secret SECRET = new Secret("sk-vendor-0123456789-abcdefghij-wxyz");

    private Keys() {}

    /** An entry of a list of keys; each name has a key of its own, the same every time. */
    static String entry(String name) {
        return name + ":" + base64(name);
    }

    static String base64(String name) {
        var bytes = new byte[32];
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) (name.hashCode() * 31 + index * 7);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    static TinkKeyVault vault(String... entries) {
        return TinkKeyVault.with(EncryptionKeys.parse(String.join(",", entries)));
    }

    static OpenedKey opened(Secret secret) {
        return new OpenedKey.Opened(secret);
    }

    static OpenedKey unreadable(UnreadableKey why) {
        return new OpenedKey.Unreadable(why);
    }

    static SealedKey moved(RewrappedKey result) {
        return result.match(new RewrappedKey.Cases<>() {
            @Override
            public SealedKey rewrapped(SealedKey key) {
                return key;
            }

            @Override
            public SealedKey alreadyCurrent() {
                throw new AssertionError("already current");
            }

            @Override
            public SealedKey unreadable(UnreadableKey why) {
                throw new AssertionError(why);
            }
        });
    }
}
