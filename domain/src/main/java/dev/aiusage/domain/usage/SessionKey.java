package dev.aiusage.domain.usage;

import dev.aiusage.domain.integration.Tool;
import java.util.UUID;

/** The identity of a tool's session, as a hash: sessions are counted and never named. {@link #NONE} where none is known. */
public record SessionKey(UUID value) {

    public static final SessionKey NONE = new SessionKey(new UUID(0, 0));

    public static SessionKey of(Tool tool, String sessionId) {
        return new SessionKey(Fingerprint.of(tool.slug(), "session", sessionId));
    }

    public boolean isPresent() {
        return !equals(NONE);
    }
}
