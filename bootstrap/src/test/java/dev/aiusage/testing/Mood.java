package dev.aiusage.testing;

import java.util.Locale;

/** How a vendor may treat whoever calls it. */
public enum Mood {
    HEALTHY,
    /** Takes the call, and never answers. */
    HANG,
    /** Answers with a gigabyte of usage. */
    GIGABYTE,
    /** Breaks off every connection. */
    CUT,
    /** Answers with rows as they should be, and then with something that is no JSON. */
    BROKEN,
    /** Leads its callers to where a cloud keeps the secrets of its machines. */
    REDIRECT;

    /** A key whose holder is treated like this. */
    public String key(String prefix, int number) {
        return prefix + "needle-" + name().toLowerCase(Locale.ROOT) + "-" + number;
    }

    static Mood of(String key) {
        for (var mood : values()) {
            if (key.contains("needle-" + mood.name().toLowerCase(Locale.ROOT))) {
                return mood;
            }
        }
        throw new IllegalArgumentException("a key of nobody");
    }
}
