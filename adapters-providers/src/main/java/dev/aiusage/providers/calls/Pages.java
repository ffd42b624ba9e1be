package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;
import java.util.HashSet;
import java.util.Optional;

/** Follows answers that name the next one. Names that come again, or never end, make the answer malformed. */
public final class Pages {

    private static final int MOST = 10_000;

    /** Reads one page, the first one by no name, and returns the name of the next if there is one. */
    @FunctionalInterface
    public interface Reader {
        Optional<String> read(Optional<String> page);
    }

    private Pages() {}

    public static void all(Reader reader) {
        var seen = new HashSet<String>();
        var next = reader.read(Optional.empty());
        while (next.isPresent()) {
            if (!seen.add(next.get()) || seen.size() == MOST) {
                throw new VendorFailure.MalformedAnswer("The vendor's answer goes on from page to page without end.");
            }
            next = reader.read(next);
        }
    }
}
