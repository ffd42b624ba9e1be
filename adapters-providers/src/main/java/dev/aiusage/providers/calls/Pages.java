package dev.aiusage.providers.calls;

import java.util.Optional;

/** Follows answers that name the next one. Names that come again, or never end, make the answer malformed. */
public final class Pages {

    private static final int MOST = 10_000 - 1;

    /** Reads one page, the first one by no name, and returns the name of the next if there is one. */
    @FunctionalInterface
    public interface Reader {
        Optional<String> read(Optional<String> page);
    }

    private Pages() {}

    public static void all(Reader reader) {
        var names = new PageNames(MOST);
        var next = reader.read(Optional.empty());
        while (next.isPresent()) {
            names.note(next.get());
            next = reader.read(next);
        }
    }
}
