package dev.aiusage.application.access;

import dev.aiusage.domain.integration.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a token's text. A token has 256 random bits, so no salt and no slow hash is needed to keep it from being
 * guessed. Comparing two tells nothing by the time it takes.
 */
public final class TokenHash {

    private final byte[] bytes;

    private TokenHash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TokenHash of(Secret token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return new TokenHash(sha256.digest(token.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** As it was stored. */
    public static TokenHash stored(byte[] bytes) {
        return new TokenHash(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenHash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return TokenHash.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "TokenHash[…]";
    }
}
