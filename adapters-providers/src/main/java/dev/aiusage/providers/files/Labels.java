package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Label;
import org.jspecify.annotations.Nullable;

/** Labels from texts that someone else wrote, and that may hold what no label can. */
public final class Labels {

    private Labels() {}

    static Label of(@Nullable String text) {
        return text == null ? Label.NONE : Label.legible(text);
    }

    /** The project that is worked on in this directory: its own name, whichever system it is on. */
    public static Label project(@Nullable String directory) {
        return directory == null ? Label.NONE : of(lastElement(directory));
    }

    /** What follows the last separator, those at the end left out. */
    static String lastElement(String path) {
        var end = path.length();
        while (end > 0 && isSeparator(path.charAt(end - 1))) {
            end--;
        }
        var start = end;
        while (start > 0 && !isSeparator(path.charAt(start - 1))) {
            start--;
        }
        return path.substring(start, end);
    }

    private static boolean isSeparator(char character) {
        return character == '/' || character == '\\';
    }
}
