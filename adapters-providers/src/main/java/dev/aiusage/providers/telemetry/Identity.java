package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.usage.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Texts that tell one thing from another, and that each series of a program hashes anew. */
final class Identity {

    /** In characters. The programs that we know have a tenth of it: the hashes of their series must stay as they are. */
    private static final int LONGEST = 8_192;

    /** What a text costs beside its characters. */
    private static final int EACH = 4;

    private Identity() {}

    /** The names and texts one after another; of very long ones a hash, which tells as much. */
    static List<String> of(SortedMap<String, String> named) {
        var all = new ArrayList<String>(named.size() * 2);
        named.forEach((name, text) -> {
            all.add(name);
            all.add(text);
        });
        return isLong(all) ? List.of(hash(all.toArray(String[]::new))) : List.copyOf(all);
    }

    static String of(String text) {
        return text.length() > LONGEST ? hash(text) : text;
    }

    private static boolean isLong(List<String> texts) {
        return texts.stream().mapToLong(text -> text.length() + EACH).sum() > LONGEST;
    }

    private static String hash(String... texts) {
        return Fingerprint.of(texts).toString();
    }
}
