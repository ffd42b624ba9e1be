package dev.aiusage.domain.usage;

import dev.aiusage.domain.integration.Tool;
import java.util.UUID;

/** The identity of a sum that grows: a hash of the tool and of all that tells one sum of it from another. */
public record SeriesKey(UUID value) {

    public static SeriesKey of(Tool tool, String... identity) {
        var parts = new String[identity.length + 2];
        parts[0] = tool.slug();
        parts[1] = "series";
        System.arraycopy(identity, 0, parts, 2, identity.length);
        return new SeriesKey(Fingerprint.of(parts));
    }
}
