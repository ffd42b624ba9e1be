package dev.aiusage.domain.integration;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's key while it is in memory. Only {@link #reveal()} gives the text away: printing, hashing, serialising or mapping
 * a secret shows nothing of it, and comparing two tells nothing by the time it takes.
 */
public final class Secret {

    private static final int SHORTEST_WITH_HINT = 12;
    private static final int HINTED = 4;

    // Nothing serialises this class; transient keeps mappers and printers that look into private fields away as well.
    private final transient String text;

    public Secret(String text) {
        this.text = text;
    }

    /** The text itself, for the call that needs it and for nothing that is kept. */
    public String reveal() {
        return text;
    }

    /** The last four characters, by which people tell their keys apart: {@code …abcd}. Of a text under twelve nothing. */
    public String hint() {
        if (text.codePointCount(0, text.length()) < SHORTEST_WITH_HINT) {
            return "…";
        }
        return "…" + text.substring(text.offsetByCodePoints(text.length(), -HINTED));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
    }

    /** The same for all, since a hash of a text narrows down what the text is. */
    @Override
    public int hashCode() {
        return Secret.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }

    private byte[] bytes() {
        var bytes = ByteBuffer.allocate(Character.BYTES * text.length());
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }
}
