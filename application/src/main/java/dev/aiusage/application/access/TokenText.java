package dev.aiusage.application.access;

import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * How a token reads: {@code aiu_} and, in base64url, the user's id and 256 random bits. The id says under whose claims to look
 * the token up, so that nothing has to search across users; it proves nothing.
 */
final class TokenText {

    static final String PREFIX = "aiu_";

    private static final int USER_BYTES = 16;
    private static final int RANDOM_BYTES = 32;
    private static final int LENGTH = PREFIX.length() + (USER_BYTES + RANDOM_BYTES) * 4 / 3;

    private TokenText() {}

    static Secret make(UserId user, SecureRandom random) {
        var unguessable = new byte[RANDOM_BYTES];
        random.nextBytes(unguessable);
        var bytes = ByteBuffer.allocate(USER_BYTES + RANDOM_BYTES)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .put(unguessable)
                .array();
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whose it says to be; empty for what is no token at all. */
    static Optional<UserId> userIn(Secret token) {
        var text = token.reveal();
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
            return Optional.of(new UserId(new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
