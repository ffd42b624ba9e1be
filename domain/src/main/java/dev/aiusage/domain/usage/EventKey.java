package dev.aiusage.domain.usage;

import dev.aiusage.domain.integration.Tool;
import java.util.UUID;

/**
 * The identity of an event: a 128-bit hash of the tool and of what names the event at its vendor, so that the same event
 * is one, whichever file, machine or interface brings it.
 */
public record EventKey(UUID value) implements Comparable<EventKey> {

    /** Of nothing: nothing hashes to it. */
    public static final EventKey NONE = new EventKey(new UUID(0, 0));

    /** The key of what the vendor calls by these texts; {@code kind} keeps different namespaces of ids apart. */
    public static EventKey of(Tool tool, String kind, String... identity) {
        var parts = new String[identity.length + 2];
        parts[0] = tool.slug();
        parts[1] = kind;
        System.arraycopy(identity, 0, parts, 2, identity.length);
        return new EventKey(Fingerprint.of(parts));
    }

    /** The key of a request of which only the vendor's id of it is known, as telemetry gives it. */
    public static EventKey ofRequest(Tool tool, String requestId) {
        return of(tool, "request", requestId);
    }

    public boolean isPresent() {
        return !equals(NONE);
    }

    /** Unsigned, as the database orders. */
    @Override
    public int compareTo(EventKey other) {
        var high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }
}
