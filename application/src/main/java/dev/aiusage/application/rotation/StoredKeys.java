package dev.aiusage.application.rotation;

import java.util.List;
import java.util.Optional;

/** The sealed keys of all users, and nothing else of theirs. */
public interface StoredKeys {

    /** The first so many, in an order that never changes, after the given one. */
    List<StoredKey> next(Optional<StoredKey> after, int limit);

    /**
     * Puts other texts in the place of these, all in one step. A key that is not as it was, or is gone, stays so.
     *
     * @return how many were replaced
     */
    int replace(List<Replacement> replacements);

    /** A key as it was read, and the same key wrapped anew. */
    record Replacement(StoredKey before, StoredKey after) {}
}
