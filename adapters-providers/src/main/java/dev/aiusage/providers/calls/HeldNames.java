package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Names by the ids that a vendor's reports tell instead, limited in number over all pages of their list. */
public final class HeldNames<T> {

    private final int most;
    private final Map<String, T> names = new HashMap<>();

    /** @param most far more than an honest vendor has */
    public HeldNames(int most) {
        this.most = most;
    }

    /** The later name of an id is the one that counts. */
    public void put(String id, T name) {
        if (names.size() == most && !names.containsKey(id)) {
            throw new VendorFailure.AnswerTooLarge("The vendor's lists have more than " + most + " names.");
        }
        names.put(id, name);
    }

    public void putAll(Map<String, T> more) {
        more.forEach(this::put);
    }

    public Map<String, T> map() {
        return Collections.unmodifiableMap(names);
    }
}
